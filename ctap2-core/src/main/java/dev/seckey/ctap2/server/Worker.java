package dev.seckey.ctap2.server;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The one thread on which a server runs its requests, so that it can hear of a cancel meanwhile. */
final class Worker implements AutoCloseable {
    /** Requests look at their cancel flag about every 100 ms. */
    private static final long STOP_MILLIS = 2_000;

    private final ExecutorService thread;

    Worker(String name) {
        thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    void run(Runnable task) {
        thread.execute(task);
    }

    /** Runs a task after whatever came before, and waits for it: never on this thread itself. */
    void runAndWait(Runnable task) {
        try {
            thread.submit(task).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits for what is running; it should have been cancelled. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

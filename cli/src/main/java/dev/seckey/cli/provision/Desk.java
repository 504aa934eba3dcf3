package dev.seckey.cli.provision;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Where the threads of the keys lay what the thread of ledger and terminal is to do. */
final class Desk {
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

    /** Has it done, and waits for it; what it throws is thrown here. */
    <T> T call(Supplier<T> wanted) {
        FutureTask<T> task = new FutureTask<>(wanted::get);
        work.add(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true; // it will be done, and must be known to be
                } catch (ExecutionException e) {
                    throw rethrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    /** Has it done some time. */
    void post(Runnable wanted) {
        work.add(wanted);
    }

    /** Does what is laid there, for so long or until there is no more need. */
    void serve(long millis, BooleanSupplier enough) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            Runnable next = work.poll(millis, TimeUnit.MILLISECONDS);
            while (next != null) {
                next.run();
                next = enough.getAsBoolean() ? null : work.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.seckey.transports.nfc;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one thread that calls PC/SC for a card. A call that takes too long is left to it, and so is everything after: it
 * tidies up when the call comes back, if ever. As a daemon it keeps no process alive.
 */
final class CardWorker {
    private final ExecutorService thread;
    private volatile boolean abandoned;

    CardWorker(String name) {
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /**
     * @param faults what to throw for what the call throws
     * @param limit how long to wait before the call is abandoned
     * @param late what to throw then
     */
    <T> T call(Callable<T> call, Function<Throwable, Fault> faults, Duration limit, Supplier<Fault> late) {
        if (abandoned || thread.isShutdown()) {
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "the connection to the card is closed");
        }
        Future<T> result = thread.submit(call);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw faults.apply(e.getCause());
        } catch (TimeoutException e) {
            abandoned = true;
            throw late.get();
        } catch (InterruptedException e) {
            abandoned = true;
            Thread.currentThread().interrupt();
            throw new TransportFault(Reason.CANCELLED, "cancelled while waiting for the card");
        }
    }

    /** Runs a last call, whatever comes of it, and waits for it only if no earlier one is stuck. */
    void finish(Callable<?> last, Duration limit) {
        if (thread.isShutdown()) {
            return;
        }
        thread.submit(last);
        thread.shutdown();
        if (!abandoned) {
            try {
                thread.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

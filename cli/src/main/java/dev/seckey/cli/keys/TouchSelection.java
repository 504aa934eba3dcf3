package dev.seckey.cli.keys;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.session.TouchAwaiter;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.u2f.U2f;
import dev.seckey.ctap2.u2f.U2fRegister;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets the person say by a touch which of several keys is meant. Each key is opened, asked and closed by a thread of its
 * own; the first that is touched ends the waiting of the others.
 */
public final class TouchSelection {
    private static final long LOOK_MILLIS = 50;

    /** What keys say when nobody touches them: those of CTAP 2.0 that it was denied. */
    private static final Set<Reason> UNTOUCHED = EnumSet.of(Reason.TOUCH_TIMEOUT, Reason.DENIED);

    /** Opens one of the keys, on the thread that will use it. */
    @FunctionalInterface
    public interface Candidate {
        OpenKey open();
    }

    private final CancelToken over;
    private final AtomicReference<OpenKey> touched = new AtomicReference<>();

    /** @param over the cancel token of every exchange with the candidates */
    public TouchSelection(CancelToken over) {
        this.over = over;
    }

    /**
     * The key that was touched, closed.
     *
     * @param cancel Ctrl-C
     */
    public OpenKey among(List<Candidate> candidates, CancelToken cancel) {
        List<FutureTask<Void>> all = new ArrayList<>();
        for (Candidate candidate : candidates) {
            FutureTask<Void> task = new FutureTask<>(() -> ask(candidate), null);
            all.add(task);
            Thread thread = new Thread(task, "touch " + all.size());
            thread.setDaemon(true);
            thread.start();
        }
        while (!all.stream().allMatch(Future::isDone)) {
            if (cancel.isCancelled()) {
                over.cancel();
            }
            Sleeper.SYSTEM.sleep(LOOK_MILLIS);
        }
        return Optional.ofNullable(touched.get()).orElseThrow(() -> failure(all));
    }

    private void ask(Candidate candidate) {
        try (OpenKey key = candidate.open()) {
            if (key.session().isPresent()) {
                new TouchAwaiter(key.ctap2()).await();
            } else {
                byUseless(key);
            }
            touched.compareAndSet(null, key);
            over.cancel();
        }
    }

    /** A U2F key knows no touch without purpose: it makes a credential, which nobody keeps. */
    private static void byUseless(OpenKey key) {
        Bytes zeros = Bytes.of(new byte[32]);
        new U2f(key.device(), Sleeper.SYSTEM)
                .register(new U2fRegister(zeros, zeros), key.exchanges().get());
    }

    /** Why none was touched: that nobody did it, unless something else was the matter with all. */
    private static RuntimeException failure(List<FutureTask<Void>> all) {
        List<RuntimeException> failures =
                all.stream().map(TouchSelection::failure).toList();
        return failures.stream()
                .filter(failure -> failure instanceof Fault fault && UNTOUCHED.contains(fault.reason()))
                .findFirst()
                .orElse(failures.get(0));
    }

    private static RuntimeException failure(FutureTask<Void> task) {
        try {
            task.get();
            throw new IllegalStateException("a key was touched, and is not known");
        } catch (ExecutionException e) {
            return e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TransportFault(Reason.CANCELLED, "interrupted", e);
        }
    }
}

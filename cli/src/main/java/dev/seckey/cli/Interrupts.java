package dev.seckey.cli;

import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Sleeper;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ctrl-C and its kin. The first one cancels what is going on, so that the key gets its CANCEL and files stay whole; the
 * second one ends the process at once.
 */
public final class Interrupts {
    private static final long SOON_MILLIS = 100;

    private final CancelToken cancel;
    private final Sleeper sleeper;
    private final AtomicBoolean seen = new AtomicBoolean();
    private final AtomicReference<Runnable> hook = new AtomicReference<>();
    private final AtomicBoolean asked;
    private boolean listening;

    private Interrupts(CancelToken cancel, Sleeper sleeper, boolean listening) {
        this.cancel = cancel;
        this.sleeper = sleeper;
        this.asked = new AtomicBoolean(listening);
        this.listening = listening;
    }

    /**
     * The signals of this process; from the first wait on, since taking them over is not for nothing.
     *
     * @param sleeper what an exchange's first tenth of a second is waited out by
     */
    public static Interrupts ofThisProcess(Sleeper sleeper) {
        return new Interrupts(new CancelToken(), sleeper, false);
    }

    /** No signals: only this token. */
    public static Interrupts only(CancelToken cancel) {
        return new Interrupts(cancel, Sleeper.SYSTEM, true);
    }

    /** Undone when closed. */
    public interface Hook extends AutoCloseable {
        @Override
        void close();
    }

    /** For whoever is about to wait. */
    public CancelToken cancel() {
        listen();
        return cancel;
    }

    /**
     * For an exchange with a key. One that is soon over is spared the taking over: until then signals end the process. To
     * be called before a person is asked for something: {@link #listen}.
     */
    public CancelToken cancelOfExchange() {
        if (!asked.getAndSet(true)) {
            Thread taking = new Thread(this::listenSoon, "signals");
            taking.setDaemon(true);
            taking.start();
        }
        return cancel;
    }

    public boolean haveCancelled() {
        return cancel.isCancelled();
    }

    /** While this hook is open a signal runs it and ends the process: for waits that no token can end, such as typing. */
    public Hook before(Runnable cleanUp) {
        listen();
        Runnable outer = hook.getAndSet(cleanUp);
        return () -> hook.set(outer);
    }

    private void listenSoon() {
        sleeper.sleep(SOON_MILLIS);
        listen();
    }

    /** Takes INT, TERM and HUP over. Without sun.misc.Signal, or where a signal is unknown, the JVM's own way stays. */
    public synchronized void listen() {
        if (listening) {
            return;
        }
        listening = true;
        for (String name : new String[] {"INT", "TERM", "HUP"}) {
            try {
                handle(name);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                continue; // this system does not have it
            }
        }
    }

    /** By reflection: to name the class is a compiler warning, and here warnings are errors. */
    private void handle(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object proxy =
                Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (self, method, args) -> {
                    if (method.getName().equals("handle")) {
                        arrived();
                    }
                    return null;
                });
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    }

    /** Cancelled first: what the clean-up wakes is to see why. */
    private void arrived() {
        boolean second = seen.getAndSet(true);
        cancel.cancel();
        Runnable cleanUp = hook.get();
        if (cleanUp != null) {
            cleanUp.run();
        }
        if (cleanUp != null || second) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
        }
    }
}

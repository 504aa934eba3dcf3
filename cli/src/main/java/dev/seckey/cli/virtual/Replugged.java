package dev.seckey.cli.virtual;

import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.transports.virtual.Service;
import java.util.function.Supplier;

/** Comes back a second after it was pulled out. */
final class Replugged implements Service {
    /** Long enough for a smart card service, which looks every 400 ms, to see that the card was gone. */
    private static final long AWAY_MILLIS = 1_000;

    private final Supplier<? extends Service> place;
    private final Sleeper sleeper;
    private Service current;
    private boolean unplugged;
    private boolean closed;

    /** Plugs it in for the first time. */
    Replugged(Supplier<? extends Service> place, Sleeper sleeper) {
        this.place = place;
        this.sleeper = sleeper;
        this.current = place.get();
    }

    /** Serves until {@link #close}, or until the other side goes. */
    @Override
    public void run() {
        do {
            now().run();
        } while (plugInAgain());
    }

    private synchronized Service now() {
        return current;
    }

    private boolean plugInAgain() {
        synchronized (this) {
            if (closed || !unplugged) {
                return false;
            }
        }
        sleeper.sleep(AWAY_MILLIS);
        synchronized (this) {
            unplugged = false;
            if (closed) {
                return false;
            }
            current = place.get();
            return true;
        }
    }

    synchronized void unplug() {
        unplugged = true;
        current.close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        current.close();
    }
}

package dev.seckey.cli.terminal;

import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Sleeper;

/** The seconds of a window that is closing, counted down on a line of the terminal beside what is said meanwhile. */
public final class Countdown implements AutoCloseable {
    private static final long TICK_MILLIS = 200;

    private final Prompts prompts;
    private final Deadline window;
    private final Sleeper sleeper;
    private volatile boolean stopped;

    public Countdown(Prompts prompts, Deadline window, Sleeper sleeper) {
        this.prompts = prompts;
        this.window = window;
        this.sleeper = sleeper;
    }

    /** Beside the caller's thread, until it is closed. */
    public Countdown start() {
        Thread counting = new Thread(this::run, "countdown");
        counting.setDaemon(true);
        counting.start();
        return this;
    }

    void run() {
        long shown = -1;
        while (!stopped && !window.isPast()) {
            long left = (window.remainingMillis() + 999) / 1000;
            if (left != shown) {
                say(left);
                shown = left;
            }
            sleeper.sleep(TICK_MILLIS);
        }
        close();
    }

    private synchronized void say(long seconds) {
        if (!stopped) {
            prompts.sayInPassing(seconds == 1 ? "1 second left" : seconds + " seconds left");
        }
    }

    /** The line is empty again. */
    @Override
    public synchronized void close() {
        if (!stopped) {
            stopped = true;
            prompts.wipe();
        }
    }
}

package dev.seckey.cli.terminal;

import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.KeepaliveListener;
import java.io.PrintStream;

/** What the person is told while a command runs; on stderr, so that stdout holds the result alone. */
public final class Prompts implements KeepaliveListener {
    private final PrintStream err;
    private final Colours colours;
    private int passing;

    public Prompts(PrintStream err, Colours colours) {
        this.err = err;
        this.colours = colours;
    }

    public synchronized void say(String text) {
        wipe();
        err.println(colours.paint(Printable.of(text)));
        err.flush();
    }

    /** A line of a terminal that the next one takes the place of. */
    synchronized void sayInPassing(String text) {
        wipe();
        err.print(text);
        err.flush();
        passing = text.length();
    }

    synchronized void wipe() {
        if (passing > 0) {
            err.print("\r" + " ".repeat(passing) + "\r");
            err.flush();
            passing = 0;
        }
    }

    @Override
    public void changed(Keepalive state) {
        if (state == Keepalive.USER_PRESENCE_NEEDED) {
            say("touch the key now: it is blinking");
        }
    }
}

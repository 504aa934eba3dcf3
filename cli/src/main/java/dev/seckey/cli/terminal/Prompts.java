package dev.seckey.cli.terminal;

import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.KeepaliveListener;
import java.io.PrintStream;

/** What the person is told while a command runs; on stderr, so that stdout holds the result alone. */
public final class Prompts implements KeepaliveListener {
    private final PrintStream err;

    public Prompts(PrintStream err) {
        this.err = err;
    }

    public void say(String text) {
        err.println(Printable.of(text));
        err.flush();
    }

    @Override
    public void changed(Keepalive state) {
        if (state == Keepalive.USER_PRESENCE_NEEDED) {
            say("touch the key now: it is blinking");
        }
    }
}

package dev.seckey.cli.terminal;

import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.KeepaliveListener;
import java.io.PrintStream;
import java.util.function.Consumer;

/** What the person is told while a command runs; on stderr, so that stdout holds the result alone. */
public final class Prompts implements KeepaliveListener {
    private final Consumer<String> lines;

    public Prompts(PrintStream err) {
        this(line -> {
            err.println(line);
            err.flush();
        });
    }

    /** @param lines takes each line that is said */
    public Prompts(Consumer<String> lines) {
        this.lines = lines;
    }

    public void say(String text) {
        lines.accept(Printable.of(text));
    }

    @Override
    public void changed(Keepalive state) {
        if (state == Keepalive.USER_PRESENCE_NEEDED) {
            say("touch the key now: it is blinking");
        }
    }
}

package dev.seckey.cli.terminal;

import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.KeepaliveListener;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.Consumer;

/** What the person is told while a command runs; on stderr, so that stdout holds the result alone. */
public final class Prompts implements KeepaliveListener {
    private final Consumer<String> lines;
    private final PrintStream err;
    private int passing;
    private String preface = "";

    public Prompts(PrintStream err, Colours colours) {
        this.err = err;
        this.lines = line -> {
            err.println(colours.paint(line));
            err.flush();
        };
    }

    /** @param lines takes each line that is said; what is said in passing goes nowhere */
    public Prompts(Consumer<String> lines) {
        this.err = new PrintStream(OutputStream.nullOutputStream());
        this.lines = lines;
    }

    public synchronized void say(String text) {
        wipe();
        lines.accept(Printable.of(text));
    }

    /** Said right before the person is asked for something, if that comes to pass; empty: nothing. */
    public synchronized void preface(String text) {
        preface = text;
    }

    /** Now, since something is about to be asked. */
    public synchronized void sayPreface() {
        if (!preface.isEmpty()) {
            say(preface);
            preface = "";
        }
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
            sayPreface();
            say("touch the key now: it is blinking");
        }
    }
}

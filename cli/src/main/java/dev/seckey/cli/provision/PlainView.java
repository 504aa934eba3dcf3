package dev.seckey.cli.provision;

import dev.seckey.cli.output.Output;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.cli.users.Person;
import dev.seckey.transports.KeyRef;
import java.util.Optional;

/** A run in plain lines: what to do on stderr, what became of each key on stdout. */
public final class PlainView implements View {
    private final Output output;
    private final Prompts prompts;
    private final Optional<Integer> count;
    private final boolean several;

    /** @param several whether a line must say which key it is about */
    public PlainView(Output output, Prompts prompts, Optional<Integer> count, boolean several) {
        this.output = output;
        this.prompts = prompts;
        this.count = count;
        this.several = several;
    }

    private String progress(int handled) {
        return handled + count.map(limit -> " of " + limit).orElse("");
    }

    private void line(KeyRef key, String text) {
        prompts.say(several ? key.selector() + ": " + text : text);
    }

    @Override
    public void waiting(int handled) {
        prompts.say("plug in a key, or lay one on the reader (Ctrl-C ends)");
    }

    @Override
    public void working(KeyRef key) {
        line(key, "leave the key in its place: " + key.product());
    }

    @Override
    public void touch(KeyRef key) {
        line(key, "touch the key now: it is blinking");
    }

    @Override
    public void envelope(KeyRef key, Person person) {
        line(key, "put into the envelope: " + KeyReportResult.title(person));
    }

    @Override
    public void say(KeyRef key, String text) {
        line(key, text);
    }

    @Override
    public void warn(KeyRef key, String text) {
        prompts.say("warning: " + (several ? key.selector() + ": " + text : text));
    }

    @Override
    public void touched(KeyRef key) {
        // a line that was said cannot be taken back
    }

    @Override
    public void removed(KeyRef key) {
        // they know
    }

    @Override
    public void tick() {
        // nothing moves
    }

    @Override
    public void close() {
        // nothing is left to be wiped
    }

    @Override
    public void ended(KeyRef key, KeyReport report, int handled) {
        output.printEach("provision", new KeyReportResult(report));
        line(key, "remove the key (" + progress(handled) + ")");
    }
}

package dev.seckey.cli.diagnose;

import dev.seckey.cli.TraceFile;
import dev.seckey.cli.diagnose.catalogue.Entry;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.KeepaliveListener;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What one probe found, and what it did to find it. Closed when time is up: what a late probe says then is not heard. */
public final class Report {
    private static final int MOST_LINES = 2_000;

    private final Probe probe;
    private final Ticker ticker;
    private final CancelToken cancel;
    private final Consumer<Probe> starter;
    private final long start;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> journal = new ArrayList<>();
    private String step = "";
    private boolean closed;

    /** @param starter runs a further probe beside this one */
    Report(Probe probe, Ticker ticker, CancelToken cancel, Consumer<Probe> starter) {
        this.probe = probe;
        this.ticker = ticker;
        this.cancel = cancel;
        this.starter = starter;
        this.start = ticker.nanos();
    }

    /** @param commands the exact lines that mend it */
    public void found(Entry entry, String seen, String... commands) {
        found(entry, seen, List.of(commands));
    }

    public synchronized void found(Entry entry, String seen, List<String> commands) {
        if (!closed) {
            findings.add(new Finding(entry, seen, commands));
            note(entry.id() + " " + seen);
        }
    }

    /** What is being done from now on, in a few words: if it hangs, that is what is said. */
    public synchronized void step(String doing) {
        step = doing;
        note(doing);
    }

    /** A line for the bundle. */
    public synchronized void note(String line) {
        if (!closed && journal.size() < MOST_LINES) {
            journal.add(String.format("%6d ms  %s", (ticker.nanos() - start) / 1_000_000, line));
        }
    }

    /** Starts another probe, under the same time limit. */
    public void also(Probe other) {
        starter.accept(other);
    }

    /** For one question to a key: so much time, Ctrl-C, no prompts. */
    public Exchange exchange(Duration time) {
        return new Exchange(Deadline.after(ticker, time), cancel, KeepaliveListener.NONE, false);
    }

    /** Keeps what goes to a key and comes from it for the bundle. */
    public Trace trace() {
        return (direction, bytes, hidden) -> note(TraceFile.line(direction, bytes, hidden));
    }

    public Ticker ticker() {
        return ticker;
    }

    Probe probe() {
        return probe;
    }

    synchronized String lastStep() {
        return step;
    }

    synchronized void close() {
        closed = true;
    }

    synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    synchronized Diagnosis.Journal journal() {
        return new Diagnosis.Journal(probe.name(), List.copyOf(journal));
    }
}

package dev.seckey.cli.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.seckey.cli.diagnose.catalogue.Entry;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.transports.Os;
import java.time.Duration;
import java.util.List;

/** What came of a probe that was run alone. */
public record Probed(Diagnosis diagnosis) {
    private static final Duration LONG = Duration.ofSeconds(30);

    public static Probed run(Os os, Probe probe) {
        return new Probed(new ProbeRunner(os, Ticker.SYSTEM, new CancelToken()).run(List.of(probe), LONG));
    }

    public static Probed run(Probe probe) {
        return run(Os.LINUX, probe);
    }

    /** These findings and no others. */
    public Probed found(Entry... entries) {
        assertEquals(
                List.of(entries).stream().map(Entry::id).sorted().toList(),
                diagnosis.findings().stream()
                        .map(finding -> finding.entry().id())
                        .sorted()
                        .toList(),
                () -> diagnosis.findings().toString());
        return this;
    }

    /** What was seen of it. */
    public String seen(Entry entry) {
        return finding(entry).seen();
    }

    public List<String> commands(Entry entry) {
        return finding(entry).commands();
    }

    private Finding finding(Entry entry) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.entry() == entry)
                .findFirst()
                .orElseGet(() -> fail(entry.id() + " was not found, but " + diagnosis.findings()));
    }
}

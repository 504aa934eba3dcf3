package dev.seckey.cli.diagnose;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.diagnose.catalogue.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * All that was found in one go.
 *
 * @param findings what matters most first
 * @param elsewhere the probes that are for other operating systems, each with their names
 * @param journals what the probes did
 * @param millis how long it took, in milliseconds
 */
public record Diagnosis(List<Finding> findings, List<String> elsewhere, List<Journal> journals, long millis) {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(finding -> finding.entry().id())
            .thenComparing(Finding::seen);

    /** What a probe did, line by line. */
    public record Journal(String probe, List<String> lines) {}

    public Diagnosis {
        findings = findings.stream().sorted(WORST_FIRST).toList();
        elsewhere = List.copyOf(elsewhere);
        journals = List.copyOf(journals);
    }

    /** The identifiers that support should hear, each once. */
    public List<String> toTell() {
        return findings.stream()
                .filter(finding -> finding.severity().matters())
                .map(finding -> finding.entry().id())
                .distinct()
                .toList();
    }

    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Done also with warnings. */
    public ExitCode exitCode() {
        if (count(Severity.STOPS_WORK) > 0) {
            return ExitCode.NO;
        }
        return count(Severity.CANNOT_TELL) > 0 ? ExitCode.CANNOT_TELL : ExitCode.DONE;
    }
}

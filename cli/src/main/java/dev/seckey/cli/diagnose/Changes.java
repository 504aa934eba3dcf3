package dev.seckey.cli.diagnose;

import dev.seckey.cli.diagnose.catalogue.Entry;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What differs between two looks. Findings are the same if they say the same, apart from measured numbers: times differ in
 * every look.
 */
public record Changes(List<Finding> gone, List<Finding> appeared) {
    private static final Pattern MEASURED = Pattern.compile("\\d+\\.\\d+");

    private record Same(Entry entry, String seen) {}

    public static Changes between(Diagnosis before, Diagnosis now) {
        return new Changes(missingIn(now, before), missingIn(before, now));
    }

    private static List<Finding> missingIn(Diagnosis one, Diagnosis other) {
        List<Same> known = one.findings().stream().map(Changes::same).toList();
        Predicate<Finding> isNew = finding -> !known.contains(same(finding));
        return other.findings().stream().filter(isNew).toList();
    }

    private static Same same(Finding finding) {
        return new Same(finding.entry(), MEASURED.matcher(finding.seen()).replaceAll("…"));
    }
}

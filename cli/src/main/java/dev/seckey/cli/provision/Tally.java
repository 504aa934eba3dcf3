package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** How many keys have come to which end. */
public final class Tally {
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private int planned;
    private int nameless;
    private boolean simulated;
    private boolean allWell = true;

    void add(KeyReport report) {
        report.outcome().ifPresentOrElse(outcome -> counts.merge(outcome, 1, Integer::sum), () -> planned++);
        if (report.isWell() && report.person().isEmpty()) {
            nameless++;
        }
        simulated |= report.key().simulated();
        allWell = allWell && report.isWell();
    }

    public int handled() {
        return planned + counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** Keys that a dry run would have changed. */
    public int planned() {
        return planned;
    }

    /** Keys that are well and nobody's. */
    public int withoutPerson() {
        return nameless;
    }

    /** Whether the keys were simulated ones: never are some so and others not. */
    public boolean isSimulated() {
        return simulated;
    }

    public boolean isAllWell() {
        return allWell;
    }
}

package dev.seckey.cli.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.diagnose.catalogue.KeyEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static Finding finding(KeyEntry entry, String seen) {
        return new Finding(entry, seen, List.of());
    }

    private static Diagnosis diagnosis(Finding... findings) {
        return new Diagnosis(List.of(findings), List.of(), List.of(), 0);
    }

    @Test
    void whatCameAndWhatWentIsTold() {
        Diagnosis without = diagnosis(finding(KeyEntry.NO_KEY, "nothing"));
        Diagnosis with = diagnosis(finding(KeyEntry.ANSWERS, "a key"));

        assertEquals(new Changes(without.findings(), with.findings()), Changes.between(without, with));
    }

    @Test
    void anotherTryOfThePinIsAChange() {
        Diagnosis before = diagnosis(finding(KeyEntry.PIN_SET, "tries left: 8"));
        Diagnosis now = diagnosis(finding(KeyEntry.PIN_SET, "tries left: 7"));

        assertEquals(new Changes(before.findings(), now.findings()), Changes.between(before, now));
    }

    @Test
    void measuredTimesAreNone() {
        Diagnosis before = diagnosis(finding(KeyEntry.ROUND_TRIP, "fastest 1.0, middle 2.5"));
        Diagnosis now = diagnosis(finding(KeyEntry.ROUND_TRIP, "fastest 0.9, middle 12.1"));

        assertEquals(new Changes(List.of(), List.of()), Changes.between(before, now));
    }
}

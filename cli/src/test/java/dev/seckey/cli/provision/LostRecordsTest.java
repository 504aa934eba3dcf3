package dev.seckey.cli.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be written down cannot be, in the middle of a key; or all that was written down is gone. */
class LostRecordsTest {
    private static final String WARD = """
            pin = "random"
            min-pin-length = 6
            force-pin-change = true
            always-uv = true
            enterprise-attestation = true
            asset-label = "WARD7-{n:04}"
            """;
    private static final List<Person> PEOPLE = List.of(new Person("E17", "Alice", Optional.empty(), 2));

    @TempDir(factory = InMemory.class)
    static Path folder;

    private static Place place() {
        return new Place(folder, "yubikey", WARD, PEOPLE);
    }

    private static void requireAsWanted(Place place, String where) {
        AuthenticatorInfo info = place.info();
        assertTrue(info.has(Option.CLIENT_PIN) && info.has(Option.ALWAYS_UV) && info.forcePinChange(), where);
        assertTrue(place.storedPinOpens(), where);
        assertEquals(List.of(), place.flaws(), where);
        assertEquals(List.of(), place.unfinished(), where);
        assertEquals(1, place.bindings().size(), where);
    }

    @Test
    void aDiskThatFillsUpStopsTheRunAndTheNextOneFinishesTheKey() {
        int write = 1;
        while (stopsAndIsFinished(write)) {
            write++;
        }
        assertTrue(write > 15, "only " + write + " writes");
    }

    /** @return false if all was written before */
    private static boolean stopsAndIsFinished(int write) {
        try (Place place = place()) {
            String where;
            try {
                assertEquals(
                        Optional.of(Outcome.DONE),
                        place.provision(Points.fullDiskAt(write)).outcome());
                return false;
            } catch (FileFault e) {
                where = "write " + write + ": " + e.getMessage();
            }
            assertEquals(List.of(), place.flaws(), where);
            KeyReport next = place.provision(Points.never());
            if (!next.isWell()) {
                assertTrue(next.advice().orElse("").contains("--reset-unfinished"), where + ": " + next);
                next = place.resettingUnfinished().provision(Points.never());
            }
            assertTrue(next.isWell(), where + ": " + next);
            requireAsWanted(place, where);
            return true;
        }
    }

    @Test
    void withoutItsLedgerAKeyIsSetUpAgainOrIsSomebodys() {
        int point = 1;
        while (isSetUpOrSomebodys(point)) {
            point += 7;
        }
        assertTrue(point > 50, "only " + point + " points");
    }

    /** @return false if it came to its end before the point */
    private static boolean isSetUpOrSomebodys(int point) {
        try (Place place = place()) {
            Points points = Points.dyingAt(point);
            try {
                place.provision(points);
                return false;
            } catch (Points.Death e) {
                place.loseLedger();
            }
            String where = "point " + point + ", " + points.last();
            KeyReport next = place.provision(Points.never());
            if (next.isWell()) {
                requireAsWanted(place, where);
                return true;
            }
            assertEquals(Optional.of(Outcome.REFUSED), next.outcome(), where + ": " + next);
            assertEquals(Optional.of("it has a PIN already, and nobody here knows it"), next.why(), where);
            assertEquals(0, place.bindings().size(), where);
            assertTrue(
                    place.under("reset = \"if-used\"\n" + WARD)
                            .provision(Points.never())
                            .isWell(),
                    where);
            requireAsWanted(place, where);
            return true;
        }
    }
}

package dev.seckey.cli.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.users.Person;
import dev.seckey.cli.virtual.VirtualKeys;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Memory;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys without serial numbers look all the same: what one of them began is never laid to another's door. */
class NamelessKeysTest {
    private static final String WARD = """
            pin = "random"
            min-pin-length = 6
            force-pin-change = true
            enterprise-attestation = true
            """;
    private static final Person ALICE = new Person("E17", "Alice", Optional.empty(), 2);
    private static final Person BOB = new Person("E18", "Bob", Optional.empty(), 3);
    private static final String DOUBT =
            "nobody can be sure that this is the key that was begun for Bob: it has no serial number";

    @TempDir
    private Path folder;

    private static Profile profile(String name) {
        return SimulatedProfiles.named(name).orElseThrow();
    }

    private static RequestHandler key(Profile profile) {
        return VirtualKeys.make(profile, Environment.ofThisMachine(), Memory.NONE);
    }

    /** Alice's key is finished, and Bob's run is cut off just before this write. */
    private Place cutOff(RequestHandler alices, RequestHandler bobs, String before, int times) {
        Place place = new Place(folder, "level2", WARD, List.of(ALICE, BOB), alices);
        assertEquals(Optional.of(Outcome.DONE), place.provision(Points.never()).outcome());
        place.lay(bobs);
        assertThrows(Points.Death.class, () -> place.provision(Points.dyingAt("before the event " + before, times)));
        place.said.clear();
        return place;
    }

    @Test
    void thePinThatWasStoredTellsWhichKeyItIs() {
        RequestHandler alices = key(profile("level2"));
        RequestHandler bobs = key(profile("level2"));
        try (Place place = cutOff(alices, bobs, "OUTCOME", 1).openingPins()) {
            place.lay(alices);
            KeyReport first = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.ALREADY_IN_ORDER), first.outcome(), first::toString);
            assertEquals(Optional.empty(), first.person(), "nobody can tell that it is Alice's, and it is not Bob's");
            assertFalse(place.unfinished().isEmpty());

            place.lay(bobs);
            KeyReport second = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.DONE), second.outcome(), second::toString);
            assertEquals(Optional.of("Bob"), second.person().map(Person::name));
            assertTrue(place.storedPinOpens());
            assertEquals(List.of(), place.unfinished());
        }
    }

    @Test
    void withoutThatPinAFinishedKeyIsNotTakenForTheOneThatIsNot() {
        RequestHandler alices = key(profile("level2"));
        RequestHandler bobs = key(profile("level2"));
        try (Place place = cutOff(alices, bobs, "OUTCOME", 1)) {
            place.lay(alices);
            AuthenticatorInfo before = place.info();
            KeyReport report = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.FAILED), report.outcome(), report::toString);
            assertTrue(report.advice().orElse("").contains("--handover-key"), report::toString);
            assertEquals(List.of(DOUBT), place.said);
            assertEquals(before.forcePinChange(), place.info().forcePinChange());
            assertEquals(1, place.unfinished().size(), "Bob's key is still to come");
        }
    }

    @Test
    void aKeyInAnotherStateThanTheOneThatWasBegunIsNotTakenForIt() {
        RequestHandler alices = key(profile("level2"));
        RequestHandler bobs = key(profile("level2"));
        try (Place place = cutOff(alices, bobs, "STEP_DONE", 3).resettingUnfinished()) {
            place.lay(alices); // its change is forced, and that of Bob's cannot be yet
            KeyReport report = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.ALREADY_IN_ORDER), report.outcome(), report::toString);
            assertEquals(1, place.unfinished().size());
            assertTrue(place.info().has(Option.CLIENT_PIN), "it was not reset");
        }
    }

    @Test
    void aNewKeyInsteadOfTheOneThatWasBegunGetsAllAndAPinOfItsOwn() {
        RequestHandler alices = key(profile("level2"));
        RequestHandler bobs = key(profile("level2"));
        try (Place place = cutOff(alices, bobs, "STEP_DONE", 2).openingPins()) {
            List<String> stored = place.storedPins();
            place.lay(key(profile("level2")));
            KeyReport report = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.DONE), report.outcome(), report::toString);
            assertEquals(Optional.of("Bob"), report.person().map(Person::name));
            assertEquals(
                    List.of(DOUBT + ", so it is set up from the beginning", "envelope Bob", "to be touched"),
                    place.said);
            assertNotEquals(stored, place.storedPins());
            assertTrue(place.storedPinOpens());
        }
    }

    @Test
    void theProofOfTheOneThatWasBegunIsNotBelievedOfAnother() {
        Profile real = profile("always-uv");
        Profile fake = new Profile(
                "fake",
                real.aaguid(),
                profile("counterfeit").attestationKey(),
                real.versions(),
                real.features(),
                real.pinUvAuthProtocols(),
                real.algorithms(),
                real.firmwareVersion(),
                real.pin());
        try (Place place = cutOff(key(profile("level2")), key(profile("level2")), "STEP_STARTED", 1)) {
            place.lay(key(fake));
            KeyReport report = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.REFUSED), report.outcome(), report::toString);
            assertTrue(report.why().orElse("").contains("does not chain to the roots"), report::toString);
            assertFalse(place.info().has(Option.CLIENT_PIN), "the PIN was taken back");
        }
    }
}

package dev.seckey.cli.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process may die at any moment: between any two packets to a key, before and after each write. Then the ledger is
 * whole, no key is other than it came without the ledger knowing, and the next run brings the key to where the policy
 * wants it.
 */
class CrashTest {
    private static final String RANDOM = """
            pin = "random"
            min-pin-length = 6
            force-pin-change = true
            enterprise-attestation = true
            """;
    private static final String EVERYTHING = RANDOM + """
            min-pin-length-rp-ids = ["example.nhs.uk"]
            always-uv = true
            asset-label = "WARD7-{n:04}"
            """;
    private static final String COMPLEX = "pin-complexity = true\nalways-uv = true\n";
    private static final String NO_PIN = """
            min-pin-length = 6
            always-uv = true
            enterprise-attestation = true
            """;
    private static final List<Person> PEOPLE =
            List.of(new Person("E17", "Alice", Optional.empty(), 2), new Person("E18", "Bob", Optional.empty(), 3));

    @TempDir(factory = InMemory.class)
    static Path folder;

    private static int deaths;

    static Stream<Arguments> variants() {
        return Stream.of(
                Arguments.of("a key with a serial number, everything, for a person", "yubikey", EVERYTHING, PEOPLE),
                Arguments.of("a key without a serial number, everything", "level2", EVERYTHING, List.of()),
                Arguments.of("a key with always-UV", "always-uv", RANDOM, PEOPLE),
                Arguments.of("no PIN", "yubikey", NO_PIN, List.of()),
                Arguments.of("a used key that is reset", "pin-set", "reset = \"if-used\"\n" + RANDOM, List.of()),
                Arguments.of("everything is reset", "yubikey", "reset = \"always\"\n" + RANDOM, List.of()),
                Arguments.of("a complexity policy", "full", RANDOM + COMPLEX, List.of()),
                Arguments.of(
                        "applications",
                        "yubikey",
                        RANDOM + "[provision.yubikey]\nusb = [\"fido2\"]\nnfc-restricted = true\n",
                        List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void theNextRunConvergesWhereverTheProcessDied(String name, String profile, String provision, List<Person> people) {
        int point = 1;
        while (diesAndConverges(point, profile, provision, people)) {
            point++;
        }
        assertTrue(point > 50, name + " has only " + point + " points");
        deaths += point - 1;
    }

    @AfterAll
    static void thereWereMany() {
        assertTrue(deaths >= 1_000, "only " + deaths + " deaths");
    }

    /** @return false if it came to its end before the point */
    private static boolean diesAndConverges(int point, String profile, String provision, List<Person> people) {
        try (Place place = new Place(folder, profile, provision, people)) {
            CborMap before = comparable(place.info());
            Points points = Points.dyingAt(point);
            try {
                assertEquals(Optional.of(Outcome.DONE), place.provision(points).outcome());
                return false;
            } catch (Points.Death e) {
                assertTrue(points.isDead());
            }
            String where = "point " + point + ", " + points.last();
            assertEquals(List.of(), place.flaws(), where);
            requireKnown(place, before, where);

            KeyReport next = place.provision(Points.never());
            if (!next.isWell()) {
                assertTrue(
                        next.advice().orElse("").contains("--reset-unfinished"),
                        where + ": " + next.outcome() + next.why() + next.steps());
                next = place.resettingUnfinished().provision(Points.never());
            }
            assertTrue(next.isWell(), where + ": " + next.outcome() + next.why() + next.steps());
            requireConverged(place, provision, people, where);
            return true;
        }
    }

    private static void requireKnown(Place place, CborMap before, String where) {
        AuthenticatorInfo now = place.info();
        if (comparable(now).equals(before)) {
            return;
        }
        boolean closed = place.events().stream()
                .anyMatch(event -> event.entry().outcome().equals(Optional.of(Outcome.DONE)));
        assertTrue(
                closed || !place.unfinished().isEmpty(), where + ": the ledger does not know that the key was changed");
    }

    /** These two are encrypted anew with each answer. */
    private static CborMap comparable(AuthenticatorInfo info) {
        return info.members().toBuilder()
                .remove(AuthenticatorInfo.ENC_IDENTIFIER)
                .remove(AuthenticatorInfo.ENC_CRED_STORE_STATE)
                .build();
    }

    private static void requireConverged(Place place, String provision, List<Person> people, String where) {
        AuthenticatorInfo info = place.info();
        assertEquals(provision.contains("random"), info.has(Option.CLIENT_PIN), where);
        assertEquals(6, info.minPinLength(), where);
        assertTrue(info.has(Option.ENTERPRISE_ATTESTATION), where);
        assertEquals(provision.contains("force-pin-change"), info.forcePinChange(), where);
        assertTrue(!provision.contains("always-uv") || info.has(Option.ALWAYS_UV), where);
        assertTrue(!provision.contains("random") || place.storedPinOpens(), where + ": the PIN on the disk is another");
        assertEquals(List.of(), place.flaws(), where);
        assertEquals(List.of(), place.unfinished(), where);
        assertEquals(people.isEmpty() ? 0 : 1, place.bindings().size(), where);
    }
}

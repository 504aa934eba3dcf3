package dev.seckey.cli.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.provision.plan.Step;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One key, from the first look to the last word in the ledger. */
class ProvisionerTest {
    private static final String WARD = """
            pin = "random"
            min-pin-length = 6
            min-pin-length-rp-ids = ["example.nhs.uk"]
            force-pin-change = true
            always-uv = true
            enterprise-attestation = true
            asset-label = "WARD7-{n:04}"
            """;
    private static final Person NAME = new Person("E17", "Alice", Optional.empty(), 17);

    @TempDir
    Path folder;

    private Place place(String profile, String provision) {
        return new Place(folder, profile, provision, List.of());
    }

    private static List<String> steps(KeyReport report) {
        return report.steps().stream().map(Step::id).map(id -> id.id()).toList();
    }

    private static void requireAsTheWardWants(Place place) {
        AuthenticatorInfo info = place.info();
        assertTrue(info.has(Option.CLIENT_PIN));
        assertTrue(info.has(Option.ALWAYS_UV));
        assertTrue(info.has(Option.ENTERPRISE_ATTESTATION));
        assertTrue(info.forcePinChange());
        assertEquals(6, info.minPinLength());
        assertTrue(place.storedPinOpens());
        assertEquals(List.of(), place.flaws());
        assertEquals(List.of(), place.unfinished());
    }

    @Test
    void aNewKeyGetsItsPinLastAndItsForcedChangeAfterThat() {
        try (Place place = place("yubikey", WARD)) {
            KeyReport report = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.DONE), report.outcome(), report::toString);
            assertEquals(
                    List.of("enterprise-attestation", "min-pin-length", "always-uv", "set-pin", "force-pin-change"),
                    steps(report));
            assertEquals(Optional.of("WARD7-0001"), report.key().asset());
            assertTrue(report.verdict().orElseThrow().proved());
            requireAsTheWardWants(place);
        }
    }

    @Test
    void aKeyWithAlwaysUvGetsItsPinFirstAndProvesItselfWithIt() {
        try (Place place = place("always-uv", WARD)) {
            KeyReport report = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.DONE), report.outcome(), report::toString);
            assertEquals(
                    List.of("set-pin", "enterprise-attestation", "min-pin-length", "force-pin-change"), steps(report));
            assertTrue(report.verdict().orElseThrow().proved());
            requireAsTheWardWants(place);
        }
    }

    @Test
    void theLedgerHasTheIntentBeforeAndThePinBeforeItIsSet() {
        try (Place place = place("yubikey", WARD)) {
            place.provision(Points.never());
            List<EventKind> kinds = place.kinds();
            assertEquals(
                    List.of(EventKind.ASSET_CLAIMED, EventKind.INTENT, EventKind.PIN_STORED, EventKind.STEP_STARTED),
                    kinds.subList(0, 4));
            assertEquals(EventKind.OUTCOME, kinds.get(kinds.size() - 1));
        }
    }

    @Test
    void aKeyThatIsInOrderIsRecordedAndLeftAlone() {
        try (Place place = place("yubikey", WARD)) {
            place.provision(Points.never());
            KeyReport again = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.ALREADY_IN_ORDER), again.outcome(), again::toString);
            assertEquals(Optional.of("WARD7-0001"), again.key().asset());
            requireAsTheWardWants(place);
        }
    }

    @Test
    void thePersonIsNamedAndStaysTheKeysPerson() {
        try (Place place = new Place(folder, "yubikey", WARD, List.of(NAME))) {
            assertEquals(Optional.of(NAME), place.provision(Points.never()).person());
            assertTrue(place.said.contains("envelope Alice"));
            assertEquals(
                    "E17",
                    place.provision(Points.never()).person().orElseThrow().id());
        }
    }

    @Test
    void thePersonIsNamedBeforeTheKeyIsTouched() {
        try (Place place = new Place(folder, "yubikey", WARD, List.of(NAME))) {
            place.provision(Points.never());
            assertEquals(List.of("envelope Alice", "to be touched"), place.said.subList(0, 2));
        }
    }

    @Test
    void whatAKeyGotThatDoesNotProveItselfIsTakenBack() {
        try (Place place = new Place(folder, "counterfeit", "pin = \"random\"\n", List.of(NAME))) {
            assertEquals(
                    Optional.of(Outcome.REFUSED),
                    place.provision(Points.never()).outcome());
            assertTrue(place.said.contains("envelope Alice"));
            assertEquals(Map.of(), place.bindings());
            assertEquals(
                    List.of(EventKind.PERSON_CLAIMED, EventKind.PERSON_RELEASED, EventKind.OUTCOME), place.kinds());
        }
    }

    private void refusedAndLeftAsItWas(String profile, String why) {
        refusedAndLeftAsItWas(profile, WARD, why);
    }

    private void refusedAndLeftAsItWas(String profile, String provision, String why) {
        try (Place place = place(profile, provision)) {
            AuthenticatorInfo before = place.info();
            KeyReport report = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.REFUSED), report.outcome(), report::toString);
            assertTrue(report.why().orElseThrow().contains(why), report::toString);
            assertEquals(before.members(), place.info().members());
            assertEquals(List.of(), place.unfinished());
            assertFalse(place.events().isEmpty());
        }
    }

    @Test
    void aKeyWithAPinThatNobodyKnowsIsRefused() {
        refusedAndLeftAsItWas("pin-set", "it has a PIN already");
    }

    @Test
    void aKeyOfALevelTooLowIsRefused() {
        refusedAndLeftAsItWas("level1", "Level 2 is needed");
    }

    @Test
    void aCounterfeitIsRefused() {
        refusedAndLeftAsItWas("counterfeit", "pin = \"random\"\n", "does not chain to the roots");
    }

    @Test
    void aKeyOfAnUnknownModelIsRefused() {
        refusedAndLeftAsItWas("unknown", "metadata");
    }

    @Test
    void aUsedKeyIsResetWhereThePolicySaysSo() {
        try (Place place = place("pin-set", "reset = \"if-used\"\n" + WARD)) {
            KeyReport report = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.DONE), report.outcome(), report::toString);
            assertEquals("reset", steps(report).get(0));
            requireAsTheWardWants(place);
        }
    }

    @Test
    void everythingIsResetWhereThePolicySaysSoAndOnlyOnce() {
        try (Place place = place("yubikey", "reset = \"always\"\n" + WARD)) {
            KeyReport report = place.provision(Points.never());
            assertEquals("reset", steps(report).get(0), report::toString);
            assertEquals(
                    Optional.of(Outcome.ALREADY_IN_ORDER),
                    place.provision(Points.never()).outcome());
        }
    }

    @Test
    void applicationsOfAYubiKeyAreSwitchedAndNfcIsRestrictedLast() {
        try (Place place = place(
                "yubikey",
                "[provision.yubikey]\nusb = [\"fido2\", \"u2f\"]\nnfc = [\"fido2\"]\nnfc-restricted = true\n")) {
            KeyReport report = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.DONE), report.outcome(), report::toString);
            assertEquals(List.of("yubikey-applications", "nfc-restriction"), steps(report));
            assertEquals(
                    Optional.of(Outcome.ALREADY_IN_ORDER),
                    place.provision(Points.never()).outcome());
        }
    }

    @Test
    void whatAKeyCannotDoIsSaidBeforeAnythingIsChanged() {
        try (Place place = place("level2", "long-touch-reset = true\nenterprise-attestation = true\n")) {
            KeyReport report = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.REFUSED), report.outcome());
            assertTrue(report.why().orElseThrow().contains("long touch"));
            assertFalse(place.info().has(Option.ENTERPRISE_ATTESTATION));
        }
    }

    @Test
    void everythingThatCtap23HasIsSet() {
        try (Place place = place(
                "full",
                "pin = \"random\"\nmin-pin-length = 6\npin-complexity = true\nlong-touch-reset = true\n"
                        + "enterprise-attestation = true\nalways-uv = true\n")) {
            KeyReport report = place.provision(Points.never());
            assertEquals(Optional.of(Outcome.DONE), report.outcome(), report::toString);
            assertTrue(place.info().members().get(AuthenticatorInfo.PIN_COMPLEXITY_POLICY, false));
            assertTrue(place.info().members().get(AuthenticatorInfo.LONG_TOUCH_FOR_RESET, false));
            assertFalse(place.info().forcePinChange());
            assertTrue(place.storedPinOpens());
        }
    }
}

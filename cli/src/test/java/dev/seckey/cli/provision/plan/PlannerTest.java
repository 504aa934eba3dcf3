package dev.seckey.cli.provision.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.policy.PolicyReader;
import dev.seckey.cli.policy.ProvisionRules;
import dev.seckey.cli.provision.plan.Standing.ProofStanding;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.yubico.DeviceInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a key lacks, and in which order it can get it. */
class PlannerTest {
    private static final String ALL = """
            pin = "random"
            min-pin-length = 6
            force-pin-change = true
            pin-complexity = true
            always-uv = true
            enterprise-attestation = true
            long-touch-reset = true
            """;
    private static final Standing PROVED = Standing.NEW.with(ProofStanding.SETTLED);

    private static ProvisionRules rules(String provision) {
        try {
            return PolicyReader.read(Bytes.utf8("[provision]\n" + provision), "p", "p")
                    .provision()
                    .orElseThrow();
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A new key that can do everything. */
    private static KeyState key(boolean pin, boolean alwaysUv, boolean changeForced) {
        return new KeyState(
                Optional.of(pin),
                pin ? Optional.of(new PinRetries(8, false)) : Optional.empty(),
                false,
                changeForced,
                4,
                63,
                4,
                true,
                Optional.of(false),
                Optional.of(alwaysUv),
                Optional.of(false),
                Optional.of(false),
                Optional.empty());
    }

    /** A YubiKey that has these applications over USB, and FIDO2 over NFC if it has NFC. */
    private static KeyState yubiKey(String usb, boolean nfc, boolean restricts) {
        Map<Integer, Bytes> members = new HashMap<>(Map.of(0x01, Bytes.fromHex(usb), 0x05, Bytes.fromHex("050701")));
        if (nfc) {
            members.put(0x0D, Bytes.fromHex("0200"));
        }
        if (restricts) {
            members.put(0x16, Bytes.fromHex("00"));
        }
        KeyState plain = key(false, false, false);
        return new KeyState(
                plain.pinSet(),
                plain.retries(),
                false,
                false,
                4,
                63,
                4,
                true,
                plain.pinComplexity(),
                plain.alwaysUv(),
                plain.enterpriseAttestation(),
                plain.longTouch(),
                Optional.of(new DeviceInfo(members)));
    }

    private static List<StepId> plan(String provision, KeyState key, Standing standing) {
        Planned planned = new Planner(rules(provision)).plan(key, standing);
        assertTrue(planned instanceof Plan, planned::toString);
        return ((Plan) planned).steps().stream().map(Step::id).toList();
    }

    private static Refusal refusal(String provision, KeyState key, Standing standing) {
        Planned planned = new Planner(rules(provision)).plan(key, standing);
        assertTrue(planned instanceof Refusal, planned::toString);
        return (Refusal) planned;
    }

    @Test
    void withoutAlwaysUvTheProofComesFirstAndThePinLast() {
        assertEquals(
                List.of(
                        StepId.PROVE,
                        StepId.ENTERPRISE_ATTESTATION,
                        StepId.LONG_TOUCH,
                        StepId.MIN_PIN_LENGTH,
                        StepId.ALWAYS_UV,
                        StepId.SET_PIN,
                        StepId.FORCE_PIN_CHANGE),
                plan(ALL, key(false, false, false), Standing.NEW));
    }

    @Test
    void withAlwaysUvThePinComesFirstAndTheRulesForPinsAfterAllThatWantsAToken() {
        assertEquals(
                List.of(
                        StepId.SET_PIN,
                        StepId.PROVE,
                        StepId.ENTERPRISE_ATTESTATION,
                        StepId.LONG_TOUCH,
                        StepId.MIN_PIN_LENGTH,
                        StepId.FORCE_PIN_CHANGE),
                plan(ALL, key(false, true, false), Standing.NEW.with(ProofStanding.WANTS_PIN)));
    }

    @Test
    void aPinThatIsKnownIsGoneOnWith() {
        assertEquals(
                List.of(StepId.MIN_PIN_LENGTH, StepId.FORCE_PIN_CHANGE),
                plan(
                        "pin = \"random\"\nmin-pin-length = 6\nforce-pin-change = true\n",
                        key(true, false, false),
                        PROVED.withPin()));
    }

    @Test
    void aPinThatNobodyKnowsIsSomebodysUnlessAnEarlierRunSetIt() {
        assertEquals(
                Refusal.Kind.USED, refusal(ALL, key(true, false, false), PROVED).kind());
        Standing begun = new Standing(false, false, true, false, false, ProofStanding.SETTLED);
        assertEquals(
                Refusal.Kind.STUCK, refusal(ALL, key(true, false, false), begun).kind());
    }

    @Test
    void aKeyThatWasBegunIsResetOnlyWhereThatIsAllowed() {
        Standing allowed = new Standing(false, false, true, false, true, ProofStanding.SETTLED);
        assertEquals(StepId.RESET, plan(ALL, key(true, false, false), allowed).get(0));
    }

    @Test
    void everyKeyIsResetOnceWhereThePolicySaysSo() {
        String always = "reset = \"always\"\nlong-touch-reset = true\n";
        assertEquals(List.of(StepId.RESET, StepId.LONG_TOUCH), plan(always, key(false, false, false), PROVED));
        assertEquals(List.of(StepId.LONG_TOUCH), plan(always, key(false, false, false), PROVED.afterReset()));
    }

    @Test
    void aKeyWithAlwaysUvAndNoPinIsOfNoUseWhereThePolicySetsNone() {
        assertEquals(
                Refusal.Kind.CANNOT_MEET,
                refusal("long-touch-reset = true\n", key(false, true, false), PROVED)
                        .kind());
    }

    @Test
    void aForcedChangeThatIsPendingLetsNothingMoreBeDone() {
        assertEquals(
                Refusal.Kind.STUCK,
                refusal(ALL, key(true, true, true), PROVED.withPin()).kind());
    }

    @Test
    void whatWasDoneIsInOrderAlsoAfterItsOwnerChangedThePin() {
        Standing done = new Standing(true, false, false, false, false, ProofStanding.OPEN);
        assertEquals(
                List.of(),
                plan("pin = \"random\"\nforce-pin-change = true\nalways-uv = true\n", key(true, true, false), done));
    }

    @Test
    void whoMayReadTheLengthCannotBeReadBackAndIsSaidSo() {
        Plan plan = (Plan) new Planner(rules("min-pin-length-rp-ids = [\"example.nhs.uk\"]\n"))
                .plan(key(false, false, false), PROVED);
        assertEquals(
                List.of(StepId.MIN_PIN_LENGTH),
                plan.steps().stream().map(Step::id).toList());
        assertTrue(plan.steps().get(0).unreadable().isPresent());
    }

    @Test
    void aYubiKeyWithoutAnApplicationThatIsWantedIsRefused() {
        String wanted = "[provision.yubikey]\nusb = [\"fido2\", \"piv\"]\n";
        Refusal refusal = refusal(wanted, yubiKey("0200", true, true), PROVED);
        assertEquals(Refusal.Kind.CANNOT_MEET, refusal.kind());
        assertEquals("it does not have PIV over USB", refusal.why());
        assertEquals(List.of(), plan(wanted, yubiKey("0210", true, true), PROVED));
    }

    @Test
    void aYubiKeyThatIsTooOldToRestrictNfcIsRefusedAndOneWithoutNfcNeedsNoRestriction() {
        String wanted = "[provision.yubikey]\nnfc = [\"fido2\"]\nnfc-restricted = true\n";
        assertEquals(
                "it cannot restrict NFC (firmware 5.7 and later can)",
                refusal(wanted, yubiKey("0200", true, false), PROVED).why());
        assertEquals(List.of(StepId.NFC_RESTRICTION), plan(wanted, yubiKey("0200", true, true), PROVED));
        assertEquals(List.of(), plan(wanted, yubiKey("0200", false, true), PROVED));
    }

    @Test
    void whatIsSaidOfYubiKeysIsNotWantedOfOthers() {
        assertEquals(
                List.of(),
                plan(
                        "[provision.yubikey]\nusb = [\"fido2\"]\nnfc-restricted = true\n",
                        key(false, false, false),
                        PROVED));
    }

    @Test
    void moreReadersThanTheKeyTakesAreRefusedBeforeAnythingIsSent() {
        assertEquals(
                Refusal.Kind.CANNOT_MEET,
                refusal(
                                "min-pin-length-rp-ids = [\"a\", \"b\", \"c\", \"d\", \"e\"]\n",
                                key(false, false, false),
                                PROVED)
                        .kind());
    }
}

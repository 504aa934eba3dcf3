package dev.seckey.ctap2.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.KeyRules.UserVerificationMethod;
import dev.seckey.ctap2.verdict.ModelRules.MinimumFirmware;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule that a policy may have beyond level, proof and age, alone on a genuine key. */
class PolicyRulesTest {
    private static final KeyRules NONE = KeyRules.NONE;

    private final Bench bench = new Bench();

    /** What the key says of itself, one thing changed; it proves its model before. */
    private Evidence saying(CborMap.Builder members) {
        Evidence genuine = bench.attested();
        AuthenticatorInfo info = new AuthenticatorInfo(members.build(), List.of());
        return new Evidence(Transport.USB, "a key", Optional.of(info), Optional.empty(), genuine.proof());
    }

    private CborMap.Builder info() {
        return bench.claimed().info().orElseThrow().members().toBuilder();
    }

    private Evidence withOption(Option option, Optional<Boolean> value) {
        Map<String, Boolean> options =
                new HashMap<>(bench.claimed().info().orElseThrow().options());
        value.ifPresentOrElse(set -> options.put(option.id(), set), () -> options.remove(option.id()));
        return saying(info().put(AuthenticatorInfo.OPTIONS, options));
    }

    private void expect(Evidence evidence, Subject subject, Status status, Outcome outcome) {
        Verdict verdict = bench.judge(evidence);
        Check check = verdict.checks().stream()
                .filter(each -> each.subject() == subject)
                .findFirst()
                .orElseThrow();
        assertEquals(status, check.status(), check::evidence);
        assertEquals(outcome, verdict.outcome(), () -> verdict.checks().toString());
        assertTrue(status == Status.PASS || check.advice().isPresent(), "says what to do");
    }

    private void expectFail(Evidence evidence, Subject subject) {
        expect(evidence, subject, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    private void expectPass(Evidence evidence, Subject subject) {
        expect(evidence, subject, Status.PASS, Outcome.ACCEPTABLE);
    }

    // --- the model

    private void models(ModelRules rules) {
        bench.policy = Policies.LEVEL_2.with(rules);
    }

    private static ModelRules allow(Set<Aaguid> aaguids, List<String> names) {
        return new ModelRules(aaguids, names, Set.of(), List.of(), List.of());
    }

    private static ModelRules deny(Set<Aaguid> aaguids, List<String> names) {
        return new ModelRules(Set.of(), List.of(), aaguids, names, List.of());
    }

    @Test
    void aModelIsAllowedByItsAaguidOrAPartOfItsName() {
        models(allow(Set.of(Bench.MODEL), List.of()));
        expectPass(bench.attested(), Subject.MODEL);
        models(allow(Set.of(Bench.OTHER), List.of("ACME")));
        expectPass(bench.attested(), Subject.MODEL);
        models(allow(Set.of(Bench.OTHER), List.of("Acme Bio")));
        expectFail(bench.attested(), Subject.MODEL);
    }

    @Test
    void whatIsDeniedGoesBeforeWhatIsAllowed() {
        models(deny(Set.of(Bench.OTHER), List.of("Preview")));
        expectPass(bench.attested(), Subject.MODEL);
        models(deny(Set.of(Bench.MODEL), List.of()));
        expectFail(bench.attested(), Subject.MODEL);
        models(new ModelRules(Set.of(Bench.MODEL), List.of(), Set.of(), List.of("acme"), List.of()));
        expectFail(bench.attested(), Subject.MODEL);
    }

    @Test
    void aModelThatIsNotAllowedNeedsNoProof() {
        models(deny(Set.of(Bench.MODEL), List.of()));
        assertTrue(bench.claimDecides(bench.claimed()));
        expectFail(bench.evidence(Proof.None.because(Obstacle.NOT_NEEDED)), Subject.MODEL);
    }

    // --- firmware

    @ParameterizedTest
    @CsvSource({
        "Acme,   0x050700, 0x050701, PASS, ACCEPTABLE",
        "acme,   0x050701, 0x050701, PASS, ACCEPTABLE",
        "Acme,   0x050702, 0x050701, FAIL, NOT_ACCEPTABLE",
        "Yubico, 0x050702, 0x050701, PASS, ACCEPTABLE"
    })
    void theFirmwareIsHeldAgainstThatAskedOfItsMaker(
            String vendor, String least, String firmware, Status status, Outcome outcome) {
        models(new ModelRules(
                Set.of(), List.of(), Set.of(), List.of(), List.of(new MinimumFirmware(vendor, Long.decode(least)))));
        bench.profile = bench.profile.withFirmware(Math.toIntExact(Long.decode(firmware)));
        expect(bench.attested(), Subject.FIRMWARE, status, outcome);
    }

    @Test
    void yubicoStandsForYubiKeysToo() {
        bench.name = "YubiKey 6";
        models(new ModelRules(
                Set.of(), List.of(), Set.of(), List.of(), List.of(new MinimumFirmware("Yubico", 0x060000))));
        bench.profile = bench.profile.withFirmware(0x050701);
        expectFail(bench.attested(), Subject.FIRMWARE);
    }

    @Test
    void aKeyThatDoesNotSayItsFirmwareLeavesTheQuestionOpen() {
        models(new ModelRules(
                Set.of(), List.of(), Set.of(), List.of(), List.of(new MinimumFirmware("Acme", 0x010000))));
        expect(
                saying(info().remove(AuthenticatorInfo.FIRMWARE_VERSION)),
                Subject.FIRMWARE,
                Status.UNKNOWN,
                Outcome.CANNOT_TELL);
    }

    // --- makers' advisories

    // --- the key

    private void key(KeyRules rules) {
        bench.policy = Policies.LEVEL_2.with(rules);
    }

    private static KeyRules pin(Optional<Boolean> set, boolean fresh) {
        return new KeyRules(set, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), fresh);
    }

    @ParameterizedTest
    @CsvSource({"true, true, PASS", "true, false, FAIL", "false, false, PASS", "false, true, FAIL"})
    void aPinIsThereOrNotAsThePolicySays(boolean wanted, boolean set, Status status) {
        key(pin(Optional.of(wanted), false));
        expect(
                withOption(Option.CLIENT_PIN, Optional.of(set)),
                Subject.PIN,
                status,
                status == Status.PASS ? Outcome.ACCEPTABLE : Outcome.NOT_ACCEPTABLE);
    }

    @Test
    void aKeyThatCannotHaveAPinHasNone() {
        key(pin(Optional.of(true), false));
        expectFail(withOption(Option.CLIENT_PIN, Optional.empty()), Subject.PIN);
    }

    @Test
    void aFreshKeyShowsNoSignOfUse() {
        key(pin(Optional.empty(), true));
        expectPass(bench.attested(), Subject.USE);
        expectFail(withOption(Option.CLIENT_PIN, Optional.of(true)), Subject.USE);
        expectFail(withOption(Option.USER_VERIFICATION, Optional.of(true)), Subject.USE);
    }

    @ParameterizedTest
    @CsvSource({"4, FAIL", "5, FAIL", "6, PASS", "8, PASS"})
    void theKeyItselfMustInsistOnLongPins(int length, Status status) {
        key(new KeyRules(Optional.empty(), Optional.of(6), Optional.empty(), List.of(), List.of(), List.of(), false));
        expect(
                saying(info().put(AuthenticatorInfo.MIN_PIN_LENGTH, length)),
                Subject.PIN_LENGTH,
                status,
                status == Status.PASS ? Outcome.ACCEPTABLE : Outcome.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @CsvSource({"true, true, PASS", "true, false, FAIL", "false, false, PASS", "false, true, FAIL"})
    void alwaysUvIsOnOrOffAsThePolicySays(boolean wanted, boolean on, Status status) {
        key(new KeyRules(
                Optional.empty(), Optional.empty(), Optional.of(wanted), List.of(), List.of(), List.of(), false));
        expect(
                withOption(Option.ALWAYS_UV, Optional.of(on)),
                Subject.ALWAYS_UV,
                status,
                status == Status.PASS ? Outcome.ACCEPTABLE : Outcome.NOT_ACCEPTABLE);
    }

    @Test
    void aKeyMustHaveEveryWayToKnowItsPersonThatIsAskedFor() {
        List<UserVerificationMethod> both = List.of(UserVerificationMethod.PIN, UserVerificationMethod.FINGERPRINT);
        key(new KeyRules(Optional.empty(), Optional.empty(), Optional.empty(), both, List.of(), List.of(), false));
        expectFail(bench.attested(), Subject.USER_VERIFICATION);
        expectPass(withOption(Option.BIO_ENROLL, Optional.of(false)), Subject.USER_VERIFICATION);
        expectPass(withOption(Option.BIO_ENROLL_PREVIEW, Optional.of(true)), Subject.USER_VERIFICATION);
    }

    @Test
    void aKeyMustHaveEveryExtensionThatIsAskedFor() {
        key(new KeyRules(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of("hmac-secret", "credBlob"),
                false));
        expectFail(saying(info().put(AuthenticatorInfo.EXTENSIONS, List.of("hmac-secret"))), Subject.EXTENSIONS);
        expectPass(
                saying(info().put(AuthenticatorInfo.EXTENSIONS, List.of("credBlob", "hmac-secret"))),
                Subject.EXTENSIONS);
    }

    @Test
    void aKeyMustHaveEveryTransportThatIsAskedFor() {
        key(new KeyRules(
                NONE.pinSet(),
                NONE.minimumPinLength(),
                NONE.alwaysUv(),
                List.of(),
                List.of("usb", "nfc"),
                List.of(),
                false));
        expectPass(saying(info().put(AuthenticatorInfo.TRANSPORTS, List.of("nfc"))), Subject.TRANSPORTS);
        expectFail(saying(info().put(AuthenticatorInfo.TRANSPORTS, List.of("usb"))), Subject.TRANSPORTS);
        expect(
                saying(info().remove(AuthenticatorInfo.TRANSPORTS)),
                Subject.TRANSPORTS,
                Status.UNKNOWN,
                Outcome.CANNOT_TELL);
    }
}

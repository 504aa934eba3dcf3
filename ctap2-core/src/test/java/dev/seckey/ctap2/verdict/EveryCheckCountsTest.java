package dev.seckey.ctap2.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.KeyRules.UserVerificationMethod;
import dev.seckey.ctap2.verdict.ModelRules.MinimumFirmware;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import dev.seckey.ctap2.webauthn.TestCertificates;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For each check there is a key, or a world around it, that differs from a genuine one by that check alone. Whoever takes a
 * check away, or lets it pass always, makes the test of that key fail.
 */
class EveryCheckCountsTest {
    /** None of these decides, whatever is found: they are told. */
    private static final Set<Subject> TOLD = EnumSet.of(Subject.CONSISTENCY, Subject.TRANSPORT);

    private static final Map<Subject, Function<Bench, Evidence>> SPOILED = spoiled();

    /** Every rule on, and a key that meets them all. */
    private static Bench strict() {
        Bench bench = new Bench();
        bench.name = "YubiKey of the bench";
        bench.profile = bench.profile.withFirmware(0x050801);
        bench.policy = new Policy(
                "strict",
                "every rule there is",
                Optional.of(CertificationLevel.L2),
                true,
                365,
                true,
                new ModelRules(
                        Set.of(Bench.MODEL),
                        List.of(),
                        Set.of(),
                        List.of(),
                        List.of(new MinimumFirmware("Yubico", 0x050701))),
                new KeyRules(
                        Optional.of(false),
                        Optional.of(4),
                        Optional.of(false),
                        List.of(UserVerificationMethod.PIN),
                        List.of("usb"),
                        List.of("hmac-secret"),
                        true));
        return bench;
    }

    private static Map<Subject, Function<Bench, Evidence>> spoiled() {
        Map<Subject, Function<Bench, Evidence>> all = new EnumMap<>(Subject.class);
        all.put(
                Subject.PROTOCOL,
                bench -> new Evidence(
                        Transport.USB,
                        "a key",
                        Optional.empty(),
                        Optional.empty(),
                        Proof.None.because(Obstacle.NOT_NEEDED)));
        all.put(Subject.LEVEL, bench -> {
            bench.reports.set(0, Bench.report("FIDO_CERTIFIED_L1", "2025-01-01"));
            return genuine(bench);
        });
        all.put(Subject.MODEL, bench -> {
            bench.policy =
                    bench.policy.with(new ModelRules(Set.of(Bench.OTHER), List.of(), Set.of(), List.of(), List.of()));
            return genuine(bench);
        });
        all.put(Subject.ADVISORIES, bench -> {
            bench.reports.add(Bench.report("REVOKED", "2026-01-01"));
            return genuine(bench);
        });
        all.put(Subject.MAKERS_ADVISORIES, bench -> {
            bench.name = "YubiKey Bio Series - FIDO Edition";
            bench.profile = bench.profile.withFirmware(0x050701);
            return genuine(bench);
        });
        all.put(Subject.ATTESTATION, bench -> {
            Profile counterfeit = Profile.plain(
                    "acme",
                    Bench.MODEL,
                    Bench.key(TestCertificates.leaf()
                            .octets(Bench.AAGUID_OID, false, Bench.MODEL.bytes())
                            .issuedBy(TestCertificates.authority("Acme root").make())
                            .make()));
            return genuine(bench).with(Bench.made(counterfeit));
        });
        all.put(Subject.AAGUID, bench -> {
            Profile sibling = Profile.plain("acme", Bench.OTHER, Bench.key(bench.leafFor(Bench.OTHER)));
            return genuine(bench).with(Bench.made(sibling));
        });
        all.put(Subject.FIRMWARE, bench -> {
            bench.profile = bench.profile.withFirmware(0x050700);
            return genuine(bench);
        });
        all.put(Subject.METADATA, bench -> {
            bench.verified = LocalDate.of(2025, 1, 1);
            return genuine(bench);
        });
        all.put(
                Subject.TRANSPORTS,
                bench -> saying(bench, info -> info.put(AuthenticatorInfo.TRANSPORTS, List.of("ble")), Transport.NFC));
        all.put(
                Subject.EXTENSIONS,
                bench -> saying(bench, info -> info.put(AuthenticatorInfo.EXTENSIONS, List.of()), Transport.USB));
        all.put(Subject.USER_VERIFICATION, bench -> {
            bench.policy = bench.policy.with(withMethods(bench.policy.key(), UserVerificationMethod.FINGERPRINT));
            return genuine(bench);
        });
        all.put(Subject.ALWAYS_UV, bench -> option(bench, Option.ALWAYS_UV));
        all.put(
                Subject.PIN_LENGTH,
                bench -> saying(bench, info -> info.put(AuthenticatorInfo.MIN_PIN_LENGTH, 3), Transport.USB));
        all.put(Subject.PIN, bench -> {
            bench.policy = bench.policy.with(withPin(bench.policy.key()));
            return genuine(bench);
        });
        all.put(Subject.USE, bench -> option(bench, Option.USER_VERIFICATION));
        return all;
    }

    private static Evidence genuine(Bench bench) {
        return saying(bench, info -> info, Transport.USB);
    }

    private static Evidence saying(
            Bench bench, Function<CborMap.Builder, CborMap.Builder> change, Transport transport) {
        Evidence attested = bench.attested();
        CborMap.Builder info = attested.info().orElseThrow().members().toBuilder()
                .put(AuthenticatorInfo.EXTENSIONS, List.of("hmac-secret"));
        return new Evidence(
                transport,
                "a key",
                Optional.of(new AuthenticatorInfo(change.apply(info).build(), List.of())),
                Optional.empty(),
                attested.proof());
    }

    private static Evidence option(Bench bench, Option option) {
        Map<String, Boolean> options =
                new HashMap<>(bench.claimed().info().orElseThrow().options());
        options.put(option.id(), true);
        return saying(bench, info -> info.put(AuthenticatorInfo.OPTIONS, options), Transport.USB);
    }

    private static KeyRules withMethods(KeyRules rules, UserVerificationMethod method) {
        return new KeyRules(
                rules.pinSet(),
                rules.minimumPinLength(),
                rules.alwaysUv(),
                List.of(method),
                rules.transports(),
                rules.extensions(),
                rules.fresh());
    }

    private static KeyRules withPin(KeyRules rules) {
        return new KeyRules(
                Optional.of(true),
                rules.minimumPinLength(),
                rules.alwaysUv(),
                rules.userVerification(),
                rules.transports(),
                rules.extensions(),
                false);
    }

    @Test
    void aGenuineKeyMeetsEveryRuleThereIs() {
        Bench bench = strict();
        Verdict verdict = bench.judge(genuine(bench));
        assertEquals(
                Outcome.ACCEPTABLE, verdict.outcome(), () -> verdict.checks().toString());
        assertEquals(
                EnumSet.allOf(Subject.class),
                EnumSet.copyOf(verdict.checks().stream().map(Check::subject).toList()));
        assertTrue(verdict.checks().stream().allMatch(check -> check.status() == Status.PASS), verdict::toString);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CONSISTENCY", "TRANSPORT"})
    void whatDiffersByThisCheckAloneIsNotAcceptable(Subject subject) {
        Bench bench = strict();
        Verdict verdict = bench.judge(SPOILED.get(subject).apply(bench));
        assertEquals(
                List.of(subject),
                verdict.deciding().stream().map(Check::subject).toList(),
                verdict::toString);
        assertEquals(
                subject == Subject.METADATA ? Outcome.CANNOT_TELL : Outcome.NOT_ACCEPTABLE,
                verdict.outcome(),
                verdict::toString);
        assertTrue(verdict.deciding().get(0).advice().isPresent(), "says what to do");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CONSISTENCY", "TRANSPORT"})
    void withoutThisCheckTheSameKeyWouldBeAcceptable(Subject subject) {
        Bench bench = strict();
        List<Check> others = bench.judge(SPOILED.get(subject).apply(bench)).checks().stream()
                .filter(check -> check.subject() != subject)
                .toList();
        assertEquals(Outcome.ACCEPTABLE, Verdict.outcome(others), others::toString);
    }

    @Test
    void noCheckIsForgottenHere() {
        Set<Subject> all = EnumSet.copyOf(SPOILED.keySet());
        all.addAll(TOLD);
        assertEquals(EnumSet.allOf(Subject.class), all);
    }

    @Test
    void whatIsOnlyToldIsToldToo() {
        Bench bench = strict();
        Evidence odd = saying(bench, info -> info.put(AuthenticatorInfo.VERSIONS, List.of("FIDO_2_0")), Transport.USB);
        assertEquals(Status.WARN, status(bench.judge(odd), Subject.CONSISTENCY));
        Evidence few = new Evidence(
                odd.transport(), odd.product(), odd.info(), Optional.of(new PinRetries(1, false)), odd.proof());
        assertEquals(Outcome.ACCEPTABLE, bench.judge(few).outcome());
    }

    private static Status status(Verdict verdict, Subject subject) {
        return verdict.checks().stream()
                .filter(check -> check.subject() == subject)
                .map(Check::status)
                .findFirst()
                .orElseThrow();
    }
}

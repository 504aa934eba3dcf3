package dev.seckey.ctap2.verdict;

import static dev.seckey.ctap2.verdict.Bench.ofBatch;
import static dev.seckey.ctap2.verdict.Bench.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.metadata.AuthenticatorStatus;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import dev.seckey.ctap2.webauthn.TestCertificates;
import dev.seckey.ctap2.webauthn.TestCertificates.Issued;
import java.security.interfaces.ECPublicKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
    private static final Field<Integer> ALG = Field.of("alg", CborType.INT);
    private static final Field<Bytes> SIG = Field.of("sig", CborType.BYTES);
    private static final Field<List<Bytes>> X5C = Field.of("x5c", CborType.list(CborType.BYTES));

    private final Bench bench = new Bench();

    /** One check and the verdict that follows. */
    private static void expect(Verdict verdict, Subject subject, Status status, Outcome outcome) {
        assertEquals(status, status(verdict, subject), () -> verdict.checks().toString());
        assertEquals(outcome, verdict.outcome(), () -> verdict.checks().toString());
    }

    private static Status status(Verdict verdict, Subject subject) {
        return check(verdict, subject).status();
    }

    private static Check check(Verdict verdict, Subject subject) {
        return verdict.checks().stream()
                .filter(check -> check.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGenuineKeyOfACertifiedModelIsAcceptable() {
        Verdict verdict = bench.judge(bench.attested());
        assertEquals(Outcome.ACCEPTABLE, verdict.outcome());
        assertTrue(verdict.proved());
        assertFalse(verdict.simulated());
        assertEquals(Optional.of("Acme key"), verdict.model());
        assertEquals(Optional.of(CertificationLevel.L2), verdict.level());
        assertTrue(verdict.checks().stream().allMatch(check -> check.status() == Status.PASS), verdict::toString);
        assertEquals(
                List.of(
                        Subject.PROTOCOL,
                        Subject.LEVEL,
                        Subject.ADVISORIES,
                        Subject.ATTESTATION,
                        Subject.AAGUID,
                        Subject.FIRMWARE,
                        Subject.METADATA,
                        Subject.CONSISTENCY,
                        Subject.PIN,
                        Subject.USE,
                        Subject.TRANSPORT),
                verdict.checks().stream().map(Check::subject).toList());
    }

    // --- protocol

    @Test
    void aKeyThatSpeaksOnlyU2fIsNotAcceptable() {
        Evidence evidence = new Evidence(
                Transport.USB, "a key", Optional.empty(), Optional.empty(), Proof.None.because(Obstacle.NOT_NEEDED));
        for (Policy policy : Policies.ALL) {
            bench.policy = policy;
            expect(bench.judge(evidence), Subject.PROTOCOL, Status.FAIL, Outcome.NOT_ACCEPTABLE);
        }
    }

    // --- level

    @ParameterizedTest
    @CsvSource({
        "FIDO_CERTIFIED_L1,     level-2,     FAIL, NOT_ACCEPTABLE",
        "FIDO_CERTIFIED_L1plus, level-2,     FAIL, NOT_ACCEPTABLE",
        "FIDO_CERTIFIED_L2,     level-2,     PASS, ACCEPTABLE",
        "FIDO_CERTIFIED_L3,     level-2,     PASS, ACCEPTABLE",
        "FIDO_CERTIFIED_L1,     level-1, PASS, ACCEPTABLE",
        "NOT_FIDO_CERTIFIED,    level-1, FAIL, NOT_ACCEPTABLE",
        "NOT_FIDO_CERTIFIED,    any,    PASS, ACCEPTABLE"
    })
    void theLevelIsHeldAgainstThePolicy(String status, String policy, Status level, Outcome outcome) {
        bench.reports.set(0, report(status, "2025-01-01"));
        bench.policy = Policies.named(policy);
        expect(bench.judge(bench.attested()), Subject.LEVEL, level, outcome);
    }

    @ParameterizedTest
    @CsvSource({"level-2, UNKNOWN, CANNOT_TELL", "level-1, UNKNOWN, CANNOT_TELL", "any, WARN, ACCEPTABLE"})
    void anUnknownModelCannotBeJudgedByItsLevel(String policy, Status level, Outcome outcome) {
        bench.profile = Profile.plain("other", Bench.OTHER, Bench.key(bench.leafFor(Bench.OTHER)));
        bench.policy = Policies.named(policy);
        Verdict verdict = bench.judge(bench.evidence(Proof.None.because(Obstacle.MODEL_UNKNOWN)));
        expect(verdict, Subject.LEVEL, level, outcome);
        assertEquals(Status.SKIPPED, status(verdict, Subject.ADVISORIES));
        assertEquals(Optional.empty(), verdict.model());
    }

    @Test
    void anAllZeroAaguidNamesNoModel() {
        bench.profile = Profile.plain("nameless", Aaguid.NONE, Bench.key(bench.leaf));
        Verdict verdict = bench.judge(bench.claimed());
        expect(verdict, Subject.LEVEL, Status.UNKNOWN, Outcome.CANNOT_TELL);
        assertTrue(check(verdict, Subject.LEVEL).evidence().contains("all zero"));
    }

    // --- advisories

    @ParameterizedTest
    @EnumSource(
            value = AuthenticatorStatus.class,
            names = {"REVOKED", "RETIRED", "USER_VERIFICATION_BYPASS", "USER_KEY_REMOTE_COMPROMISE"})
    void aModelThatIsWithdrawnOrBrokenIsNotAcceptable(AuthenticatorStatus status) {
        bench.reports.add(report(status.text(), "2026-01-01"));
        for (Policy policy : Policies.ALL) {
            bench.policy = policy;
            expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.FAIL, Outcome.NOT_ACCEPTABLE);
        }
    }

    @Test
    void anUpdateIsOnlyAWarning() {
        bench.reports.add(report("UPDATE_AVAILABLE", "2026-01-01"));
        expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.WARN, Outcome.ACCEPTABLE);
    }

    @Test
    void aCompromiseOfOneBatchIsOpenUntilTheKeyHasProvedItsOwn() {
        Bytes another = bench.leafFor(Bench.MODEL).der();
        bench.reports.add(ofBatch(report("ATTESTATION_KEY_COMPROMISE", "2026-01-01"), another));
        expect(bench.judge(bench.claimed()), Subject.ADVISORIES, Status.UNKNOWN, Outcome.CANNOT_TELL);
        expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.WARN, Outcome.ACCEPTABLE);
        assertFalse(Judge.claimDecides(bench.claimed(), bench.policy, bench.models(), Bench.AT));
    }

    @Test
    void aKeyOfTheCompromisedBatchIsNotAcceptable() {
        bench.reports.add(ofBatch(report("ATTESTATION_KEY_COMPROMISE", "2026-01-01"), bench.leaf.der()));
        expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    @Test
    void aChainThatProvesNothingClearsNothing() {
        bench.reports.add(ofBatch(report("ATTESTATION_KEY_COMPROMISE", "2026-01-01"), bench.leaf.der()));
        Issued forged = TestCertificates.leaf()
                .octets(Bench.AAGUID_OID, false, Bench.MODEL.bytes())
                .make();
        bench.profile = Profile.plain("forged", Bench.MODEL, Bench.key(forged));
        expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    // --- attestation

    @Test
    void aCertificateOfAnotherRootProvesNothing() {
        Issued otherRoot = TestCertificates.authority("Another root").make();
        Issued leaf = TestCertificates.leaf()
                .octets(Bench.AAGUID_OID, false, Bench.MODEL.bytes())
                .issuedBy(otherRoot)
                .make();
        bench.profile = Profile.plain("counterfeit", Bench.MODEL, Bench.key(leaf));
        Verdict verdict = bench.judge(bench.attested());
        expect(verdict, Subject.ATTESTATION, Status.FAIL, Outcome.NOT_ACCEPTABLE);
        assertFalse(verdict.proved());
    }

    @Test
    void aRootOfTheSameNameIsAnotherRoot() {
        Issued otherRoot = TestCertificates.authority("Acme root").make();
        Issued leaf = TestCertificates.leaf()
                .octets(Bench.AAGUID_OID, false, Bench.MODEL.bytes())
                .issuedBy(otherRoot)
                .make();
        bench.profile = Profile.plain("counterfeit", Bench.MODEL, Bench.key(leaf));
        expect(bench.judge(bench.attested()), Subject.ATTESTATION, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    @Test
    void aCertificateOfAnotherModelOfTheSameMakerProvesNothing() {
        bench.profile = Profile.plain("disguised", Bench.MODEL, Bench.key(bench.leafFor(Bench.OTHER)));
        expect(bench.judge(bench.attested()), Subject.ATTESTATION, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    @Test
    void aSignatureOverOtherClientDataIsWrong() {
        Proof.MadeCredential made = Bench.made(bench.profile);
        Proof replayed = new Proof.MadeCredential(made.attestation(), Bytes.utf8("other client data"));
        bench.policy = Policies.ANY;
        expect(bench.judge(bench.evidence(replayed)), Subject.ATTESTATION, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @CsvSource({"level-2, FAIL, NOT_ACCEPTABLE", "any, WARN, ACCEPTABLE"})
    void withoutAnAttestationTheModelIsOnlyClaimed(String policy, Status attestation, Outcome outcome) {
        bench.policy = Policies.named(policy);
        AttestationObject made = Bench.made(bench.profile).attestation();
        AttestationObject none = new AttestationObject("none", made.authData(), CborMap.EMPTY);
        Verdict verdict = bench.judge(bench.evidence(new Proof.MadeCredential(none, Bench.CLIENT_DATA)));
        expect(verdict, Subject.ATTESTATION, attestation, outcome);
        assertFalse(verdict.proved());
    }

    @ParameterizedTest
    @CsvSource({"level-2, FAIL, NOT_ACCEPTABLE", "any, WARN, ACCEPTABLE"})
    void selfAttestationProvesNoModel(String policy, Status attestation, Outcome outcome) {
        bench.policy = Policies.named(policy);
        Verdict verdict = bench.judge(bench.evidence(selfAttested(Bench.HASH)));
        expect(verdict, Subject.ATTESTATION, attestation, outcome);
        assertFalse(verdict.proved());
    }

    @Test
    void aWrongSelfAttestationIsAWrongSignature() {
        bench.policy = Policies.ANY;
        Evidence evidence = bench.evidence(selfAttested(Bytes.utf8("other").sha256()));
        expect(bench.judge(evidence), Subject.ATTESTATION, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    private static Proof selfAttested(Bytes signedHash) {
        Issued own = TestCertificates.leaf().make();
        AuthenticatorData authData = authData(Bench.MODEL, own);
        CborMap statement = CborMap.builder()
                .put(ALG, Algorithm.ES256.number())
                .put(SIG, own.sign(authData.bytes().plus(signedHash)))
                .build();
        return new Proof.MadeCredential(new AttestationObject("packed", authData, statement), Bench.CLIENT_DATA);
    }

    private static AuthenticatorData authData(Aaguid aaguid, Issued credential) {
        return AuthenticatorData.of(
                Bytes.utf8("example.org").sha256(),
                AuthenticatorData.UP,
                1,
                Optional.of(new AttestedCredential(aaguid, Bytes.ofInts(1, 2, 3), cose(credential))),
                Optional.empty());
    }

    private static CoseKey cose(Issued issued) {
        var point = ((ECPublicKey) issued.certificate().getPublicKey()).getW();
        return CoseKey.p256(
                Algorithm.ES256.number(),
                Bytes.of(BigIntegers.asUnsignedByteArray(32, point.getAffineX())),
                Bytes.of(BigIntegers.asUnsignedByteArray(32, point.getAffineY())));
    }

    @Test
    void anAttestationThatCannotBeReadProvesNothing() {
        AttestationObject made = Bench.made(bench.profile).attestation();
        AttestationObject empty = new AttestationObject("packed", made.authData(), CborMap.EMPTY);
        expect(
                bench.judge(bench.evidence(new Proof.MadeCredential(empty, Bench.CLIENT_DATA))),
                Subject.ATTESTATION,
                Status.FAIL,
                Outcome.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "next-year, level-2, UNKNOWN, CANNOT_TELL",
        "next-year, any,     WARN,    ACCEPTABLE",
        "tpm,       level-2, FAIL,    NOT_ACCEPTABLE",
        "tpm,       any,     WARN,    ACCEPTABLE"
    })
    void anUnknownFormatLeavesTheQuestionOpenAndOneOfNoSecurityKeyDoesNot(
            String fmt, String policy, Status attestation, Outcome outcome) {
        bench.policy = Policies.named(policy);
        AttestationObject made = Bench.made(bench.profile).attestation();
        AttestationObject other = new AttestationObject(fmt, made.authData(), made.attStmt());
        expect(
                bench.judge(bench.evidence(new Proof.MadeCredential(other, Bench.CLIENT_DATA))),
                Subject.ATTESTATION,
                attestation,
                outcome);
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheProofThatThePolicyAsksForNoKeyIsAcceptable(Obstacle obstacle) {
        Evidence evidence = bench.evidence(Proof.None.because(obstacle));
        expect(bench.judge(evidence), Subject.ATTESTATION, Status.UNKNOWN, Outcome.CANNOT_TELL);
        bench.policy = Policies.ANY;
        expect(bench.judge(evidence), Subject.ATTESTATION, Status.SKIPPED, Outcome.ACCEPTABLE);
    }

    @Test
    void whatTheClaimHasDecidedNeedsNoProof() {
        bench.reports.set(0, report("FIDO_CERTIFIED_L1", "2025-01-01"));
        Evidence evidence = bench.evidence(Proof.None.because(Obstacle.NOT_NEEDED));
        expect(bench.judge(evidence), Subject.ATTESTATION, Status.SKIPPED, Outcome.NOT_ACCEPTABLE);
        assertTrue(Judge.claimDecides(evidence, bench.policy, bench.models(), Bench.AT));
        bench.reports.set(0, report("FIDO_CERTIFIED_L2", "2025-01-01"));
        assertFalse(Judge.claimDecides(evidence, bench.policy, bench.models(), Bench.AT));
    }

    // --- AAGUID

    @Test
    void aU2fCertificateThatNamesTheModelProvesIt() {
        Verdict verdict = bench.judge(bench.registered());
        expect(verdict, Subject.AAGUID, Status.PASS, Outcome.ACCEPTABLE);
        assertTrue(verdict.proved());
    }

    @Test
    void aU2fCertificateThatNamesNoModelDoesNotProveIt() {
        Issued nameless = TestCertificates.leaf().issuedBy(bench.root).make();
        bench.profile = Profile.plain("acme", Bench.MODEL, Bench.key(nameless));
        Verdict verdict = bench.judge(bench.registered());
        expect(verdict, Subject.AAGUID, Status.UNKNOWN, Outcome.CANNOT_TELL);
        assertEquals(Status.PASS, status(verdict, Subject.ATTESTATION));
        assertFalse(verdict.proved());
    }

    @Test
    void aU2fCertificateOfAnotherModelIsNotThisModel() {
        bench.profile = Profile.plain("disguised", Bench.MODEL, Bench.key(bench.leafFor(Bench.OTHER)));
        expect(bench.judge(bench.registered()), Subject.AAGUID, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    @Test
    void theFormatFidoU2fProvesWhatItsCertificateNames() {
        expect(bench.judge(fidoU2f(bench.leaf)), Subject.AAGUID, Status.PASS, Outcome.ACCEPTABLE);
        Issued nameless = TestCertificates.leaf().issuedBy(bench.root).make();
        expect(bench.judge(fidoU2f(nameless)), Subject.AAGUID, Status.UNKNOWN, Outcome.CANNOT_TELL);
    }

    private Evidence fidoU2f(Issued leaf) {
        Issued credential = TestCertificates.leaf().make();
        AuthenticatorData authData = authData(Aaguid.NONE, credential);
        CoseKey key = cose(credential);
        Bytes signed = Bytes.concat(
                Bytes.ofInts(0),
                authData.rpIdHash(),
                Bench.HASH,
                Bytes.ofInts(1, 2, 3),
                Bytes.ofInts(4),
                key.members().require(CoseKey.X),
                key.members().require(CoseKey.Y));
        CborMap statement = CborMap.builder()
                .put(SIG, leaf.sign(signed))
                .put(X5C, List.of(leaf.der()))
                .build();
        return bench.evidence(
                new Proof.MadeCredential(new AttestationObject("fido-u2f", authData, statement), Bench.CLIENT_DATA));
    }

    @Test
    void whatTheKeySignedMustBeWhatGetInfoSaid() {
        Profile signing = Profile.plain("other", Bench.OTHER, Bench.key(bench.leafFor(Bench.OTHER)));
        Verdict verdict = bench.judge(bench.evidence(Bench.made(signing)));
        expect(verdict, Subject.AAGUID, Status.FAIL, Outcome.NOT_ACCEPTABLE);
        assertEquals(Status.PASS, status(verdict, Subject.ATTESTATION), "the same maker's root");
        assertFalse(verdict.proved());
    }

    @Test
    void withoutProofTheAaguidIsOnlyClaimed() {
        assertEquals(Status.SKIPPED, status(bench.judge(bench.claimed()), Subject.AAGUID));
    }

    // --- firmware

    @Test
    void aYubiKeyOlderThanItsCertificateIsNotAcceptable() {
        bench.name = "YubiKey of tomorrow";
        bench.reports.set(0, Bench.from(report("FIDO_CERTIFIED_L2", "2025-01-01"), 0x050701));
        bench.profile = bench.profile.withFirmware(0x050403);
        Verdict verdict = bench.judge(bench.attested());
        expect(verdict, Subject.FIRMWARE, Status.FAIL, Outcome.NOT_ACCEPTABLE);
        assertEquals(Status.PASS, status(verdict, Subject.ADVISORIES), "said once");
        bench.profile = bench.profile.withFirmware(0x050701);
        expect(bench.judge(bench.attested()), Subject.FIRMWARE, Status.PASS, Outcome.ACCEPTABLE);
    }

    @Test
    void anotherMakersLowerNumberIsOnlyAWarning() {
        bench.reports.set(0, Bench.from(report("FIDO_CERTIFIED_L2", "2025-01-01"), 0x050701));
        bench.profile = bench.profile.withFirmware(0x050403);
        expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.WARN, Outcome.ACCEPTABLE);
    }

    @Test
    void theCertificatesFirmwareGoesBeforeTheClaimedOne() {
        Issued leaf = TestCertificates.leaf()
                .octets(Bench.AAGUID_OID, false, Bench.MODEL.bytes())
                .octets(Bench.FIRMWARE_OID, false, Bytes.ofInts(5, 4, 3))
                .issuedBy(bench.root)
                .make();
        bench.profile = Profile.plain("acme", Bench.MODEL, Bench.key(leaf)).withFirmware(0x050701);
        expect(bench.judge(bench.attested()), Subject.FIRMWARE, Status.WARN, Outcome.ACCEPTABLE);

        bench.name = "YubiKey of tomorrow";
        bench.reports.set(0, Bench.from(report("FIDO_CERTIFIED_L2", "2025-01-01"), 0x050701));
        expect(bench.judge(bench.attested()), Subject.FIRMWARE, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    // --- metadata

    @Test
    void metadataThatShouldHaveBeenReplacedIsAWarning() {
        bench.nextUpdate = LocalDate.of(2026, 11, 23);
        expect(bench.judge(bench.attested()), Subject.METADATA, Status.WARN, Outcome.ACCEPTABLE);
    }

    @ParameterizedTest
    @EnumSource
    void metadataOlderThanThePolicyAllowsLeavesTheQuestionOpen(IndexHeader.Kind kind) {
        bench.kind = kind;
        bench.verified = LocalDate.of(2025, 11, 23);
        bench.nextUpdate = LocalDate.of(2026, 12, 20);
        expect(bench.judge(bench.attested()), Subject.METADATA, Status.UNKNOWN, Outcome.CANNOT_TELL);
        bench.verified = LocalDate.of(2025, 11, 24);
        assertEquals(Outcome.ACCEPTABLE, bench.judge(bench.attested()).outcome());
    }

    // --- simulated models

    @Test
    void aSimulatedModelIsUnknownUnlessAskedFor() {
        bench.profile = SimulatedProfiles.named("level2").orElseThrow();
        Evidence evidence = bench.attested();
        expect(bench.judge(evidence), Subject.LEVEL, Status.UNKNOWN, Outcome.NOT_ACCEPTABLE);
        expect(
                bench.judge(bench.evidence(Proof.None.because(Obstacle.MODEL_UNKNOWN))),
                Subject.LEVEL,
                Status.UNKNOWN,
                Outcome.CANNOT_TELL);

        Models asked = new Models(bench.models().index(), Optional.of(SimulatedProfiles.metadata()));
        Verdict verdict = Judge.judge(evidence, Policies.LEVEL_2, asked, Bench.AT);
        assertEquals(Outcome.ACCEPTABLE, verdict.outcome());
        assertTrue(verdict.simulated());
    }

    @Test
    void theCounterfeitDiffersFromTheRealModelByItsAttestationAlone() {
        bench.profile = SimulatedProfiles.named("counterfeit").orElseThrow();
        Models real = Models.real(MetadataIndex.embedded());
        Verdict verdict = Judge.judge(bench.attested(), Policies.LEVEL_2, real, Bench.AT);
        assertEquals(Outcome.NOT_ACCEPTABLE, verdict.outcome());
        assertEquals(
                List.of(Subject.ATTESTATION),
                verdict.checks().stream()
                        .filter(check -> check.status() != Status.PASS)
                        .map(Check::subject)
                        .toList());
    }

    // --- the state of the key: none of it decides

    @ParameterizedTest
    @CsvSource({
        "8, false, PASS",
        "4, false, PASS",
        "3, false, WARN",
        "1, false, WARN",
        "0, false, WARN",
        "5, true, WARN"
    })
    void thePinsTriesAreToldAndDecideNothing(int left, boolean powerCycleNeeded, Status expected) {
        Proof proof = Bench.made(bench.profile);
        bench.profile = bench.profile.withPin("1234");
        Evidence plain = bench.evidence(proof);
        Evidence evidence = new Evidence(
                plain.transport(),
                plain.product(),
                plain.info(),
                Optional.of(new PinRetries(left, powerCycleNeeded)),
                plain.proof());
        expect(bench.judge(evidence), Subject.PIN, expected, Outcome.ACCEPTABLE);
        assertTrue(check(bench.judge(evidence), Subject.USE).evidence().contains("has a PIN"));
    }

    @Test
    void aPinThatMustBeChangedIsToldAndDecidesNothing() {
        Proof proof = Bench.made(bench.profile);
        bench.profile = bench.profile.withPin("1234");
        AuthenticatorInfo info = bench.evidence(proof).info().orElseThrow();
        CborMap forced = info.members().toBuilder()
                .put(AuthenticatorInfo.FORCE_PIN_CHANGE, true)
                .build();
        expect(bench.judge(saying(forced, List.of(), proof)), Subject.PIN, Status.WARN, Outcome.ACCEPTABLE);
    }

    @Test
    void aKeyThatListsLessThanItsModelIsOdd() {
        bench.profile = bench.profile.withVersions(List.of("U2F_V2"));
        expect(bench.judge(bench.attested()), Subject.CONSISTENCY, Status.WARN, Outcome.ACCEPTABLE);
    }

    @Test
    void aGetInfoThatIsNotCanonicalIsOdd() {
        Proof proof = Bench.made(bench.profile);
        CborMap members = bench.evidence(proof).info().orElseThrow().members();
        Evidence evidence = saying(members, List.of("keys out of order"), proof);
        expect(bench.judge(evidence), Subject.CONSISTENCY, Status.WARN, Outcome.ACCEPTABLE);
    }

    private static Evidence saying(CborMap info, List<String> deviations, Proof proof) {
        return new Evidence(
                Transport.USB, "a key", Optional.of(new AuthenticatorInfo(info, deviations)), Optional.empty(), proof);
    }

    @Test
    void theTransportIsTold() {
        assertEquals(
                "USB", check(bench.judge(bench.claimed()), Subject.TRANSPORT).evidence());
    }
}

package dev.seckey.ctap2.verdict;

import static dev.seckey.ctap2.verdict.Bench.report;
import static dev.seckey.ctap2.verdict.Verdicts.expect;
import static dev.seckey.ctap2.verdict.Verdicts.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import dev.seckey.ctap2.webauthn.TestCertificates;
import dev.seckey.ctap2.webauthn.TestCertificates.Issued;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What proves a model, and what does not. */
class ProofCheckTest {
    private static final Field<Integer> ALG = Field.of("alg", CborType.INT);
    private static final Field<Bytes> SIG = Field.of("sig", CborType.BYTES);
    private static final Field<List<Bytes>> X5C = Field.of("x5c", CborType.list(CborType.BYTES));

    private final Bench bench = new Bench();

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
        assertTrue(bench.claimDecides(evidence));
        bench.reports.set(0, report("FIDO_CERTIFIED_L2", "2025-01-01"));
        assertFalse(bench.claimDecides(evidence));
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
}

package dev.seckey.ctap2.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.webauthn.Attestation.Kind;
import dev.seckey.ctap2.webauthn.SignatureCheck.Outcome;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttestationVerifierTest {
    private static final Field<Integer> ALG = Field.of("alg", CborType.INT);
    private static final Field<Bytes> SIG = Field.of("sig", CborType.BYTES);
    private static final Field<String> SIG_AS_TEXT = Field.of("sig", CborType.TEXT);
    private static final Field<Bytes> ECDAA_KEY_ID = Field.of("ecdaaKeyId", CborType.BYTES);

    private static final AttestationObject PACKED = AttestationObject.parse(W3cCeremonies.PACKED);
    private static final AttestationObject PACKED_SELF = AttestationObject.parse(W3cCeremonies.PACKED_SELF);
    private static final AttestationObject FIDO_U2F = AttestationObject.parse(W3cCeremonies.FIDO_U2F);

    @Test
    void aPackedStatementByAnAttestationKeyHolds() {
        Attestation found = AttestationVerifier.verify(PACKED, W3cCeremonies.PACKED_CLIENT_DATA.sha256());
        assertEquals("packed", found.fmt());
        assertEquals(Kind.BASIC, found.kind());
        assertTrue(found.signature().isValid());
        assertEquals(1, found.chain().size());
        assertEquals(List.of(), found.shortfalls());
        assertEquals(Optional.empty(), found.certifiedAaguid());
        assertEquals(Optional.empty(), found.attestedFirmware());
    }

    @Test
    void aPackedStatementByTheCredentialItselfHolds() {
        Attestation found = AttestationVerifier.verify(PACKED_SELF, W3cCeremonies.PACKED_SELF_CLIENT_DATA.sha256());
        assertEquals(Kind.SELF, found.kind());
        assertTrue(found.signature().isValid());
        assertEquals(List.of(), found.chain());
    }

    @Test
    void aU2fStatementHoldsAndDoesNotCoverTheAaguid() {
        Attestation found = AttestationVerifier.verify(FIDO_U2F, W3cCeremonies.FIDO_U2F_CLIENT_DATA.sha256());
        assertEquals(Kind.BASIC, found.kind());
        assertTrue(found.signature().isValid());
        assertEquals(
                List.of("the key names AAGUID afb3c2ef-c054-df42-5013-d5c88e79c3c1, "
                        + "which a U2F signature does not cover"),
                found.shortfalls());
    }

    @Test
    void aStatementForOtherClientDataDoesNotHold() {
        Bytes other = Bytes.utf8("other").sha256();
        for (AttestationObject each : List.of(PACKED, PACKED_SELF, FIDO_U2F)) {
            assertEquals(
                    SignatureCheck.invalid("the signature does not match"),
                    AttestationVerifier.verify(each, other).signature());
        }
    }

    @Test
    void formatNoneProvesNothing() {
        Attestation found = verify("none", CborMap.EMPTY);
        assertEquals(Kind.NONE, found.kind());
        assertEquals(Outcome.NOT_CHECKED, found.signature().outcome());
    }

    @Test
    void formatNoneWithAStatementIsMalformed() {
        assertThrows(MalformedFault.class, () -> verify("none", PACKED.attStmt()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tpm               | tpm, which the TPM of a computer makes",
                "android-key       | android-key, which a telephone makes",
                "android-safetynet | android-safetynet, which a telephone makes",
                "apple             | apple, which Apple's own devices make"
            })
    void whatNoSecurityKeyMakesIsRefusedByName(String fmt, String what) {
        Attestation found = verify(fmt, PACKED.attStmt());
        assertEquals(Kind.FOREIGN, found.kind());
        assertEquals(SignatureCheck.notChecked("no attestation of a security key: " + what), found.signature());
    }

    @Test
    void aFormatThatIsNotKnownIsNamedAndNotVerified() {
        Attestation found = verify("whatever", PACKED.attStmt());
        assertEquals(Kind.UNVERIFIED, found.kind());
        assertEquals(SignatureCheck.notChecked("format not verified: whatever"), found.signature());
    }

    @Test
    void packedWithEcdaaIsRefusedByName() {
        CborMap statement = PACKED_SELF.attStmt().toBuilder()
                .put(ECDAA_KEY_ID, Bytes.ofInts(1))
                .build();
        Attestation found = verify("packed", statement);
        assertEquals(Kind.FOREIGN, found.kind());
        assertEquals(
                "no attestation of a security key: packed with ECDAA, which WebAuthn has given up and no key in use"
                        + " makes",
                found.signature().reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {-65535, -37, -47, 0, 12345})
    void anAlgorithmThatIsNotVerifiedIsRefusedByName(int alg) {
        CborMap statement = PACKED.attStmt().toBuilder().put(ALG, alg).build();
        assertEquals(
                SignatureCheck.notChecked("signatures by " + Algorithm.nameOf(alg) + " are not verified"),
                verify("packed", statement).signature());
    }

    @Test
    void selfAttestationByAnotherAlgorithmThanTheCredentialsDoesNotHold() {
        CborMap statement = PACKED_SELF.attStmt().toBuilder()
                .put(ALG, Algorithm.ESP256.number())
                .build();
        SignatureCheck check = AttestationVerifier.verify(
                        new AttestationObject("packed", PACKED_SELF.authData(), statement),
                        W3cCeremonies.PACKED_SELF_CLIENT_DATA.sha256())
                .signature();
        assertEquals(
                SignatureCheck.invalid("the statement is signed by ESP256 and the credential's key is for ES256"),
                check);
    }

    @Test
    void anAlgorithmThatDoesNotFitTheCertificatesKeyDoesNotHold() {
        CborMap statement =
                PACKED.attStmt().toBuilder().put(ALG, Algorithm.RS256.number()).build();
        assertEquals(
                SignatureCheck.invalid("the public key is not one for RS256"),
                verify("packed", statement).signature());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "30", "3080", "3006020100020100", "30440220", "ffffffffffffffff"})
    void aMalformedSignatureIsAWrongSignature(String signature) {
        Bytes bytes = Bytes.fromHex(signature);
        for (AttestationObject each : List.of(PACKED, PACKED_SELF, FIDO_U2F)) {
            CborMap statement = each.attStmt().toBuilder().put(SIG, bytes).build();
            assertFalse(verify(each.fmt(), statement).signature().isValid());
        }
    }

    @Test
    void aStatementWithoutItsMembersIsMalformed() {
        CborMap packed = PACKED.attStmt();
        assertMalformed("packed", CborMap.EMPTY);
        assertMalformed("packed", packed.toBuilder().remove(ALG).build());
        assertMalformed("packed", packed.toBuilder().remove(SIG).build());
        assertMalformed("packed", packed.toBuilder().put(SIG_AS_TEXT, "sig").build());
        assertMalformed("packed", withCertificates(List.of()));
        assertMalformed("fido-u2f", CborMap.EMPTY);
        assertMalformed("fido-u2f", packed.toBuilder().remove(X5c.FIELD).build());
    }

    @Test
    void aCertificateThatIsNoneIsMalformed() {
        Bytes good = PACKED.attStmt().require(X5c.FIELD).get(0);
        Bytes garbage = Bytes.utf8("0garbage");
        Bytes pem = Bytes.utf8("-----BEGIN CERTIFICATE-----\n");
        for (Bytes bad : List.of(Bytes.EMPTY, garbage, pem, good.slice(0, 100), Bytes.ofInts(0x30, 0x80))) {
            assertMalformed("packed", withCertificates(List.of(bad)));
            assertMalformed("packed", withCertificates(List.of(good, bad)));
            assertMalformed("fido-u2f", withCertificates(List.of(bad)));
        }
    }

    /** Every byte of a certificate, changed in two ways: whatever becomes of it, only a fault of ours comes out. */
    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xff})
    void aDamagedCertificateIsMalformedOrLeadsNowhere(int change) {
        Bytes good = PACKED.attStmt().require(X5c.FIELD).get(0);
        for (int i = 0; i < good.size(); i++) {
            Bytes damaged = Bytes.concat(good.slice(0, i), Bytes.ofInts(good.at(i) ^ change), good.from(i + 1));
            try {
                Attestation found = verify("packed", withCertificates(List.of(damaged)));
                TrustPath path = TrustPath.find(found.chain(), List.of(W3cCeremonies.root()), TestCertificates.NOW);
                assertFalse(path.anchor().isPresent(), "byte " + i);
            } catch (MalformedFault expected) {
                assertFalse(expected.getMessage().isEmpty());
            }
        }
    }

    @Test
    void bytesAfterACertificateAreLetPassAndNamed() {
        Bytes good = PACKED.attStmt().require(X5c.FIELD).get(0);
        CborMap statement = withCertificates(List.of(good.plus(Bytes.ofInts(0, 0))));
        Attestation found = AttestationVerifier.verify(
                new AttestationObject("packed", PACKED.authData(), statement),
                W3cCeremonies.PACKED_CLIENT_DATA.sha256());
        assertTrue(found.signature().isValid());
        assertEquals(1, found.shortfalls().size());
        assertTrue(found.shortfalls().get(0).endsWith("is followed by 2 bytes that are not part of it"));
    }

    @Test
    void aU2fStatementHasOneCertificate() {
        Bytes certificate = FIDO_U2F.attStmt().require(X5c.FIELD).get(0);
        assertMalformed("fido-u2f", withCertificates(List.of(certificate, certificate)));
    }

    @Test
    void aU2fCertificateWithAKeyOnAnotherCurveDoesNotHold() {
        Bytes p384 = TestCertificates.leaf()
                .make(new ECGenParameterSpec("secp384r1"))
                .der();
        assertEquals(
                SignatureCheck.invalid("the certificate's key is not on P-256"),
                verify("fido-u2f", withCertificates(List.of(p384))).signature());
    }

    @Test
    void authenticatorDataWithoutACredentialIsMalformed() {
        AuthenticatorData bare = AuthenticatorData.of(
                PACKED.authData().rpIdHash(), AuthenticatorData.UP, 0, Optional.empty(), Optional.empty());
        AttestationObject attestation = new AttestationObject("packed", bare, PACKED.attStmt());
        assertThrows(MalformedFault.class, () -> AttestationVerifier.verify(attestation, Bytes.EMPTY));
    }

    private static CborMap withCertificates(List<Bytes> certificates) {
        return PACKED.attStmt().toBuilder().put(X5c.FIELD, certificates).build();
    }

    /** With the credential of the packed ceremony. */
    private static Attestation verify(String fmt, CborMap statement) {
        return AttestationVerifier.verify(
                new AttestationObject(fmt, PACKED.authData(), statement), W3cCeremonies.PACKED_CLIENT_DATA.sha256());
    }

    private static void assertMalformed(String fmt, CborMap statement) {
        assertThrows(MalformedFault.class, () -> verify(fmt, statement));
    }
}

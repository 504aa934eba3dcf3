package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Requests.make;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.webauthn.AttestationVerifier;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** CTAP 2.3 §6.1.2 steps 9 and 18: in which form, and with what, the model vouches for a credential. */
class AttesterTest {
    private KeyInHand key = KeyInHand.named("full");

    private static MakeCredential with(
            MakeCredential plain, String rpId, Optional<Integer> enterprise, List<String> formats) {
        return new MakeCredential(
                plain.clientDataHash(),
                RelyingParty.of(rpId, "Example"),
                plain.user(),
                plain.pubKeyCredParams(),
                List.of(),
                CborMap.EMPTY,
                plain.options(),
                Optional.empty(),
                enterprise,
                formats);
    }

    private static MakeCredential preferring(MakeCredential plain, String... formats) {
        return with(plain, RP, Optional.empty(), List.of(formats));
    }

    private static MakeCredential enterprise(String rpId, int kind) {
        return with(make(), rpId, Optional.of(kind), List.of());
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "EDDSA", "ES384", "ES512", "RS256", "ML_DSA_44", "ML_DSA_65", "ML_DSA_87"})
    void everyAlgorithmIsVouchedFor(Algorithm algorithm) {
        AttestedCredential credential = Requests.verified(key.send(make(algorithm)));
        assertEquals(algorithm.number(), credential.publicKey().alg());
        int longest = key.info().members().require(AuthenticatorInfo.MAX_CREDENTIAL_ID_LENGTH);
        assertTrue(credential.credentialId().size() <= longest);
        assertEquals(CtapStatus.OK, key.status(Requests.get(credential.credentialId())));
    }

    @ParameterizedTest
    @EnumSource(names = {"ES384", "ES512", "RS256"})
    void aWrappedKeySignsAsBefore(Algorithm algorithm) {
        AttestedCredential credential = Requests.verified(key.send(make(algorithm)));
        Requests.verify(key.send(Requests.get(credential.credentialId())), credential);
    }

    @ParameterizedTest
    @CsvSource({
        "packed,            packed",
        "none,              none",
        "fido-u2f,          fido-u2f",
        "tpm fido-u2f none, fido-u2f",
        "tpm,               packed"
    })
    void theFormatIsTheFirstPreferredThatItHas(String preferred, String expected) {
        AttestationObject made =
                key.send(preferring(make(), preferred.split(" "))).attestation();
        assertEquals(expected, made.fmt());
        if (expected.equals("fido-u2f")) {
            assertTrue(AttestationVerifier.verify(made, HASH).signature().isValid());
            assertTrue(made.authData().credential().orElseThrow().aaguid().isNone());
        }
        if (expected.equals("none")) {
            assertEquals(CborMap.EMPTY, made.attStmt());
        }
    }

    @Test
    void fidoU2fIsForEs256Only() {
        assertEquals(
                "packed",
                key.send(preferring(make(Algorithm.EDDSA), "fido-u2f"))
                        .attestation()
                        .fmt());
    }

    private boolean epAtt(MakeCredential request) {
        return Cbor.decodeMap(key.cbor(request.encode()).from(1)).get(MakeCredential.EP_ATT, false);
    }

    @Test
    void anEnterprisesCertificateNamesTheKey() throws Exception {
        key.send(AuthenticatorConfig.of(AuthenticatorConfig.Sub.ENABLE_ENTERPRISE_ATTESTATION, CborMap.EMPTY));
        String serial = SimulatedModelsCompiler.SERIAL.getId();
        AttestationObject made = key.send(enterprise(RP, 2)).attestation();
        assertTrue(AttestationVerifier.verify(made, HASH).signature().isValid());
        byte[] extension = certificate(made).getExtensionValue(serial);
        assertTrue(Bytes.of(extension).hex().endsWith(SimulatedModelsCompiler.KEY_SERIAL.hex()));
        assertNull(certificate(key.send(make()).attestation()).getExtensionValue(serial));
    }

    private static X509Certificate certificate(AttestationObject made) throws CertificateException {
        Bytes own = made.attStmt()
                .require(Field.of("x5c", CborType.list(CborType.BYTES)))
                .get(0);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(own.toArray()));
    }

    @Test
    void withoutACertificateThereIsNoEnterpriseAttestation() {
        key.send(AuthenticatorConfig.of(AuthenticatorConfig.Sub.ENABLE_ENTERPRISE_ATTESTATION, CborMap.EMPTY));
        assertEquals(false, epAtt(with(make(), RP, Optional.of(2), List.of("none"))));
    }

    @Test
    void enterpriseAttestationMustBeEnabledFirst() {
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(enterprise(RP, 2)));
        key.send(AuthenticatorConfig.of(AuthenticatorConfig.Sub.ENABLE_ENTERPRISE_ATTESTATION, CborMap.EMPTY));
        assertEquals(CtapStatus.INVALID_OPTION, key.status(enterprise(RP, 3)));
        assertTrue(epAtt(enterprise(RP, 2)));
        assertEquals(false, epAtt(enterprise(RP, 1)));
        assertTrue(epAtt(enterprise(MakeCredentialHandler.ENTERPRISE_RP_IDS.get(0), 1)));
        assertEquals(false, epAtt(make()));
    }
}

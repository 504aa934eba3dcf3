package dev.seckey.ctap2.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Aaguid;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requirements of WebAuthn Level 3 §8.2.1, one by one. */
class AttestationCertificateTest {
    private static final Aaguid MODEL =
            Aaguid.parse("c1f9a0bc-1dd2-404a-b27f-8e29047a43fd").orElseThrow();
    private static final Aaguid OTHER =
            Aaguid.parse("cb69481e-8ff7-4039-93ec-0a2729a154a8").orElseThrow();
    private static final String AAGUID = AttestationCertificate.AAGUID_OID;
    private static final String FIRMWARE = AttestationCertificate.YUBICO_FIRMWARE_OID;

    @Test
    void aCertificateAsItShouldBeFallsShortOfNothing() {
        assertShortfalls(TestCertificates.leaf());
        assertShortfalls(TestCertificates.leaf().octets(AAGUID, false, MODEL.bytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "AA"})
    void aCountryThatIso3166LeavesToItsUsersIsACountry(String country) {
        assertShortfalls(TestCertificates.leaf().subject(TestCertificates.SUBJECT.replace("SE", country)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    O=K,OU=Authenticator Attestation,CN=M        | names no country (C) of ISO 3166
                    C=se,O=K,OU=Authenticator Attestation,CN=M   | names no country (C) of ISO 3166
                    C=UK,O=K,OU=Authenticator Attestation,CN=M   | names no country (C) of ISO 3166
                    C=SE,OU=Authenticator Attestation,CN=M       | names no organisation (O)
                    C=SE,O=K,CN=M                                | has no unit (OU) "Authenticator Attestation"
                    C=SE,O=K,OU=authenticator attestation,CN=M   | has no unit (OU) "Authenticator Attestation"
                    C=SE,O=K,OU=Authenticator Attestation        | has no common name (CN)
                    """)
    void eachPartOfTheSubjectIsRequired(String subject, String shortfall) {
        assertShortfalls(TestCertificates.leaf().subject(subject), "the certificate's subject " + shortfall);
    }

    @Test
    void versionOneFallsShort() {
        assertShortfalls(
                TestCertificates.leaf().version1(),
                "the certificate has version 1 instead of 3",
                "the certificate does not say that it is no authority's");
    }

    @Test
    void anAuthoritysCertificateFallsShort() {
        assertShortfalls(TestCertificates.leaf().authority(true), "the certificate is an authority's");
    }

    @Test
    void aCertificateWithoutBasicConstraintsFallsShort() {
        assertShortfalls(
                TestCertificates.leaf().withoutBasicConstraints(),
                "the certificate does not say that it is no authority's");
    }

    @Test
    void anotherModelFallsShort() {
        assertShortfalls(
                TestCertificates.leaf().octets(AAGUID, false, OTHER.bytes()),
                "the certificate is for AAGUID " + OTHER + ", the key says it is " + MODEL);
    }

    @Test
    void aCriticalAaguidFallsShort() {
        assertShortfalls(
                TestCertificates.leaf().octets(AAGUID, true, MODEL.bytes()),
                "the certificate's AAGUID is marked critical");
    }

    @Test
    void anAaguidThatIsNoneFallsShort() {
        String malformed = "the certificate's AAGUID is malformed";
        assertShortfalls(TestCertificates.leaf().octets(AAGUID, false, Bytes.EMPTY), malformed);
        assertShortfalls(TestCertificates.leaf().octets(AAGUID, false, Bytes.of(new byte[200])), malformed);
        assertShortfalls(TestCertificates.leaf().extension(AAGUID, false, new ASN1Integer(1)), malformed);
    }

    @Test
    void theModelIsReadFromItsExtension() {
        var certificate = certificate(TestCertificates.leaf().octets(AAGUID, false, MODEL.bytes()));
        assertEquals(Optional.of(MODEL), certificate.aaguid());
        assertEquals(Optional.empty(), certificate(TestCertificates.leaf()).aaguid());
    }

    @Test
    void theFirmwareIsReadFromYubicosExtension() {
        var certificate = certificate(TestCertificates.leaf().octets(FIRMWARE, false, Bytes.ofInts(5, 7, 1)));
        FirmwareVersion firmware = certificate.firmware().orElseThrow();
        assertEquals("5.7.1", firmware.toString());
        assertEquals(0x050701, firmware.number());
    }

    @Test
    void aFirmwareOfAnotherLengthIsNone() {
        var certificate = certificate(TestCertificates.leaf().octets(FIRMWARE, false, Bytes.ofInts(5, 7)));
        assertEquals(Optional.empty(), certificate.firmware());
    }

    private static AttestationCertificate certificate(TestCertificates certificate) {
        return new AttestationCertificate(certificate.make().certificate());
    }

    private static void assertShortfalls(TestCertificates certificate, String... expected) {
        assertEquals(List.of(expected), certificate(certificate).packedShortfalls(MODEL));
    }

    /** id-fido-gen-ce-sernum, an octet string (§8.2.2). */
    @Test
    void theSerialOfAnEnterpriseAttestationIsRead() {
        String oid = AttestationCertificate.SERIAL_OID;
        Bytes serial = Bytes.fromHex("00b16e5a");
        assertEquals(
                Optional.of(serial),
                new AttestationCertificate(TestCertificates.leaf()
                                .octets(oid, false, serial)
                                .make()
                                .certificate())
                        .serial());
        assertEquals(
                Optional.empty(),
                new AttestationCertificate(TestCertificates.leaf().make().certificate()).serial());
    }
}

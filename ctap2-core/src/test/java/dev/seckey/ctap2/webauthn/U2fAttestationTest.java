package dev.seckey.ctap2.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.webauthn.Attestation.Kind;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A registration from FIDO U2F Raw Message Formats 1.2 §8.1, "Registration Example". */
class U2fAttestationTest {
    private static final Bytes APPLICATION =
            Bytes.fromHex("f0e6a6a97042a4f1f1c87f5f7d44315b2d852c2df5c7991cc66241bf7072d1c4");
    private static final Bytes CHALLENGE =
            Bytes.fromHex("4142d21c00d94ffb9d504ada8f99b721f4b191ae4e37ca0140f696b6983cfacb");
    private static final Bytes PUBLIC_KEY = Bytes.fromHex("""
            04b174bc49c7ca254b70d2e5c207cee9cf174820ebd77ea3c65508c26da51b657c1cc6b952f8621697936482da0a6d3d
            3826a59095daf6cd7c03e2e60385d2f6d9
            """);
    private static final Bytes KEY_HANDLE = Bytes.fromHex("""
            2a552dfdb7477ed65fd84133f86196010b2215b57da75d315b7b9e8fe2e3925a6019551bab61d16591659cbaf00b4950
            f7abfe6660e2e006f76868b772d70c25
            """);
    private static final X509Certificate CERTIFICATE = Certificates.parse(Bytes.fromHex("""
            3082013c3081e4a003020102020a47901280001155957352300a06082a8648ce3d0403023017311530130603550403130
            c476e756262792050696c6f74301e170d3132303831343138323933325a170d3133303831343138323933325a3031312f
            302d0603550403132650696c6f74476e756262792d302e342e312d343739303132383030303131353539353733353230
            59301306072a8648ce3d020106082a8648ce3d030107034200048d617e65c9508e64bcc5673ac82a6799da3c1446682c
            258c463fffdf58dfd2fa3e6c378b53d795c4a4dffb4199edd7862f23abaf0203b4b8911ba0569994e101300a06082a86
            48ce3d0403020347003044022060cdb6061e9c22262d1aac1d96d8c70829b2366531dda268832cb836bcd30dfa022063
            1b1459f09e6330055722c8d89b7f48883b9089b88d60d1d9795902b30410df
            """));
    private static final Bytes SIGNATURE = Bytes.fromHex("""
            304502201471899bcc3987e62e8202c9b39c33c19033f7340352dba80fcab017db9230e402210082677d673d891933ade
            6f617e5dbde2e247e70423fd5ad7804a6d3d3961ef871
            """);

    @Test
    void theSpecificationsExampleHolds() {
        Attestation found = verify(KEY_HANDLE, SIGNATURE);
        assertEquals("fido-u2f", found.fmt());
        assertEquals(Kind.BASIC, found.kind());
        assertTrue(found.signature().isValid());
        assertEquals(List.of(CERTIFICATE), found.chain());
        assertEquals(List.of(), found.shortfalls());
    }

    @Test
    void aRegistrationOfAnotherKeyHandleDoesNotHold() {
        assertFalse(verify(KEY_HANDLE.from(1), SIGNATURE).signature().isValid());
    }

    @Test
    void theCertificateMayNameTheModel() {
        Aaguid model = Aaguid.parse("c1f9a0bc-1dd2-404a-b27f-8e29047a43fd").orElseThrow();
        var key = TestCertificates.leaf()
                .octets(AttestationCertificate.AAGUID_OID, false, model.bytes())
                .make();
        Bytes signed = Bytes.concat(Bytes.ofInts(0), APPLICATION, CHALLENGE, KEY_HANDLE, PUBLIC_KEY);
        Attestation found = U2fAttestation.verify(
                APPLICATION, CHALLENGE, KEY_HANDLE, PUBLIC_KEY, key.certificate(), key.sign(signed));
        assertTrue(found.signature().isValid());
        assertEquals(Optional.of(model), found.certifiedAaguid());
        assertEquals(List.of(), found.shortfalls());
    }

    @Test
    void aPublicKeyOfAnotherLengthIsMalformed() {
        assertThrows(
                MalformedFault.class,
                () -> U2fAttestation.verify(
                        APPLICATION, CHALLENGE, KEY_HANDLE, PUBLIC_KEY.from(1), CERTIFICATE, SIGNATURE));
    }

    private static Attestation verify(Bytes keyHandle, Bytes signature) {
        return U2fAttestation.verify(APPLICATION, CHALLENGE, keyHandle, PUBLIC_KEY, CERTIFICATE, signature);
    }
}

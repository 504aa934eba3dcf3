package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.CoseKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Registrations by U2F (FIDO U2F Raw Message Formats 1.2 §4.3), raw or as format fido-u2f (WebAuthn Level 3 §8.6). What
 * is signed covers the credential and the relying party, and neither AAGUID nor flags: of the model only the
 * certificate speaks.
 */
public final class U2fAttestation {
    public static final String FMT = "fido-u2f";

    private static final int COORDINATE_SIZE = 32;
    private static final int POINT_SIZE = 1 + 2 * COORDINATE_SIZE;

    private U2fAttestation() {}

    /**
     * A registration as the key itself answers it.
     *
     * @param applicationParameter 32 bytes: SHA-256 of the application identity, or of the RP id
     * @param challengeParameter 32 bytes: SHA-256 of the client data
     * @param publicKey 65 bytes: an uncompressed point of P-256
     * @throws MalformedFault if one of these has another length
     */
    public static Attestation verify(
            Bytes applicationParameter,
            Bytes challengeParameter,
            Bytes keyHandle,
            Bytes publicKey,
            X509Certificate certificate,
            Bytes signature) {
        require(applicationParameter, 32, "application parameter");
        require(challengeParameter, 32, "challenge parameter");
        require(publicKey, POINT_SIZE, "public key");
        Bytes signed = Bytes.concat(Bytes.ofInts(0), applicationParameter, challengeParameter, keyHandle, publicKey);
        return Attestation.basic(FMT, check(certificate, signed, signature), List.of(certificate), List.of());
    }

    static Attestation verify(AttestationObject attestation, Bytes clientDataHash) {
        AttestedCredential credential = AttestationVerifier.credential(attestation);
        Bytes signature = attestation.attStmt().require(AttestationVerifier.SIG);
        X5c x5c = X5c.from(attestation.attStmt());
        if (x5c.certificates().size() != 1) {
            throw new MalformedFault(
                    CtapStatus.INVALID_PARAMETER,
                    "an attestation of format fido-u2f with "
                            + x5c.certificates().size() + " certificates");
        }
        Attestation found = verify(
                attestation.authData().rpIdHash(),
                clientDataHash,
                credential.credentialId(),
                point(credential.publicKey()),
                x5c.leaf(),
                signature);
        List<String> shortfalls = new ArrayList<>(x5c.shortfalls());
        if (!credential.aaguid().isNone()) {
            shortfalls.add("the key names AAGUID " + credential.aaguid() + ", which a U2F signature does not cover");
            shortfalls.addAll(new AttestationCertificate(x5c.leaf()).aaguidShortfalls(credential.aaguid()));
        }
        return Attestation.basic(FMT, found.signature(), found.chain(), shortfalls);
    }

    private static SignatureCheck check(X509Certificate certificate, Bytes signed, Bytes signature) {
        boolean p256 = certificate.getPublicKey() instanceof ECPublicKey key && Curve.P256.isOf(key);
        return p256
                ? SignatureAlgorithm.check(Algorithm.ES256.number(), certificate.getPublicKey(), signed, signature)
                : SignatureCheck.invalid("the certificate's key is not on P-256");
    }

    /** The form that U2F signs (FIDO U2F Raw Message Formats 1.2 §4.3). */
    private static Bytes point(CoseKey key) {
        Bytes x = key.members().require(CoseKey.X);
        Bytes y = key.members().require(CoseKey.Y);
        require(x, COORDINATE_SIZE, "x-coordinate");
        require(y, COORDINATE_SIZE, "y-coordinate");
        return Bytes.concat(Bytes.ofInts(0x04), x, y);
    }

    private static void require(Bytes bytes, int size, String what) {
        if (bytes.size() != size) {
            throw new MalformedFault(
                    CtapStatus.INVALID_LENGTH,
                    "a U2F registration with a " + what + " of " + bytes.size() + " bytes instead of " + size);
        }
    }
}

package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Aaguid;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What was found in an attestation (WebAuthn Level 3 §6.5). No decision on trust is in it: a valid signature only says
 * that the holder of the key in {@code chain} vouches for the credential, and anyone can make such a key.
 *
 * @param fmt the attestation statement format
 * @param chain the attestation key's certificate first; empty unless the kind is {@link Kind#BASIC}
 * @param certifiedAaguid the model that the certificate names, which many do not
 * @param attestedFirmware the firmware that the certificate names, which only Yubico's do
 * @param serial of this very key, which only the certificate of an enterprise attestation names
 * @param shortfalls what the specification requires and is not so, a line each
 */
public record Attestation(
        String fmt,
        Kind kind,
        SignatureCheck signature,
        List<X509Certificate> chain,
        Optional<Aaguid> certifiedAaguid,
        Optional<FirmwareVersion> attestedFirmware,
        Optional<Bytes> serial,
        List<String> shortfalls) {

    /** Who vouches (WebAuthn Level 3 §6.5.3). */
    public enum Kind {
        /** Nobody. */
        NONE,
        /** The new credential, for itself: no model is proved. */
        SELF,
        /** A key of the maker, with certificates. */
        BASIC,
        /** Something that is no security key: a computer's TPM, a telephone; or a way that the specification has given up. */
        FOREIGN,
        /** Unknown: this library does not verify the format. */
        UNVERIFIED
    }

    public Attestation {
        chain = List.copyOf(chain);
        shortfalls = List.copyOf(shortfalls);
    }

    static Attestation none(String fmt) {
        return bare(fmt, Kind.NONE, SignatureCheck.notChecked("there is no signature"));
    }

    static Attestation self(String fmt, SignatureCheck signature) {
        return bare(fmt, Kind.SELF, signature);
    }

    /** @param what the format, and the variant of it where only that is not verified */
    static Attestation unverified(String fmt, String what) {
        return bare(fmt, Kind.UNVERIFIED, SignatureCheck.notChecked("format not verified: " + what));
    }

    /** @param what the format, and what it is that makes it */
    static Attestation foreign(String fmt, String what) {
        return bare(fmt, Kind.FOREIGN, SignatureCheck.notChecked("no attestation of a security key: " + what));
    }

    Attestation withFmt(String other) {
        return new Attestation(other, kind, signature, chain, certifiedAaguid, attestedFirmware, serial, shortfalls);
    }

    /** @param chain at least one certificate */
    static Attestation basic(
            String fmt, SignatureCheck signature, List<X509Certificate> chain, List<String> shortfalls) {
        AttestationCertificate leaf = new AttestationCertificate(chain.get(0));
        return new Attestation(
                fmt, Kind.BASIC, signature, chain, leaf.aaguid(), leaf.firmware(), leaf.serial(), shortfalls);
    }

    private static Attestation bare(String fmt, Kind kind, SignatureCheck signature) {
        return new Attestation(
                fmt, kind, signature, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
}

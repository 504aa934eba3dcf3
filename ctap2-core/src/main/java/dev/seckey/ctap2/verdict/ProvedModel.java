package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.webauthn.Attestation;
import dev.seckey.ctap2.webauthn.AttestationVerifier;
import dev.seckey.ctap2.webauthn.FirmwareVersion;
import dev.seckey.ctap2.webauthn.TrustPath;
import dev.seckey.ctap2.webauthn.U2fAttestation;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the attestation proves, held against the trust anchors of the model that the key claims to be.
 *
 * @param claimed what getInfo says
 * @param attestation absent if there is none, or none that can be read
 * @param signedAaguid the AAGUID in the authenticator data; absent in U2F, whose signature covers none
 * @param path where the certificates lead; absent without certificates
 * @param problem why what the key sent cannot be an attestation
 */
record ProvedModel(
        Aaguid claimed,
        Optional<Attestation> attestation,
        Optional<Aaguid> signedAaguid,
        Optional<TrustPath> path,
        Optional<String> problem) {
    static ProvedModel from(Evidence evidence, Models models, Instant at) {
        Proof proof = evidence.proof();
        Aaguid claimed = evidence.info().map(AuthenticatorInfo::aaguid).orElse(Aaguid.NONE);
        List<X509Certificate> anchors =
                models.find(claimed).map(Models.Model::roots).orElse(List.of());
        if (proof instanceof Proof.MadeCredential made) {
            Optional<Aaguid> signed = made.attestation()
                    .authData()
                    .credential()
                    .map(AttestedCredential::aaguid)
                    .filter(aaguid -> !made.attestation().fmt().equals(U2fAttestation.FMT));
            return verified(
                    claimed,
                    () -> AttestationVerifier.verify(made.attestation(), made.clientDataHash()),
                    signed,
                    anchors,
                    at);
        }
        if (proof instanceof Proof.RegisteredByU2f registered) {
            return verified(claimed, registered::verify, Optional.empty(), anchors, at);
        }
        return new ProvedModel(claimed, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ProvedModel verified(
            Aaguid claimed,
            Supplier<Attestation> verification,
            Optional<Aaguid> signed,
            List<X509Certificate> anchors,
            Instant at) {
        try {
            Attestation attestation = verification.get();
            Optional<TrustPath> path = attestation.chain().isEmpty()
                    ? Optional.empty()
                    : Optional.of(TrustPath.find(attestation.chain(), anchors, at));
            return new ProvedModel(claimed, Optional.of(attestation), signed, path, Optional.empty());
        } catch (MalformedFault e) {
            return new ProvedModel(claimed, Optional.empty(), signed, Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    boolean signatureHolds() {
        return attestation.map(found -> found.signature().isValid()).orElse(false);
    }

    boolean chains() {
        return path.map(TrustPath::holds).orElse(false);
    }

    /** The AAGUID that somebody vouches for: of a packed attestation the signed one, of a U2F one the certificate's. */
    Optional<Aaguid> vouchedAaguid() {
        return signedAaguid.or(() -> attestation.flatMap(Attestation::certifiedAaguid));
    }

    /** Whether all that is needed to believe the AAGUID is there. */
    boolean isProved() {
        return signatureHolds()
                && chains()
                && vouchedAaguid().map(claimed::equals).orElse(false)
                && attestation.map(Attestation::shortfalls).map(List::isEmpty).orElse(false);
    }

    /** The firmware that the certificate names; only believed where the chain holds. */
    Optional<Long> attestedFirmware() {
        return chains()
                ? attestation.flatMap(Attestation::attestedFirmware).map(FirmwareVersion::number)
                : Optional.empty();
    }

    /** DER, leaf first, the anchor last. */
    List<Bytes> chain() {
        List<Bytes> der = new ArrayList<>();
        attestation.ifPresent(found -> found.chain().forEach(certificate -> der.add(encoded(certificate))));
        path.flatMap(TrustPath::anchor).map(ProvedModel::encoded).ifPresent(der::add);
        return der;
    }

    private static Bytes encoded(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was parsed has its bytes", e);
        }
    }
}

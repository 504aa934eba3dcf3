package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.AttestationObject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Several statements for one credential (WebAuthn Level 3 §8.9): each must hold, and the strongest speaks for all. */
final class CompoundAttestation {
    private CompoundAttestation() {}

    static Attestation verify(AttestationObject attestation, Bytes clientDataHash) {
        List<AttestationObject> parts = attestation.parts();
        if (parts.size() < 2) {
            throw malformed("a compound attestation of " + parts.size() + " statements; there are at least two");
        }
        if (parts.stream().anyMatch(part -> part.fmt().equals(AttestationObject.COMPOUND))) {
            throw malformed("a compound attestation within another");
        }
        List<Attestation> found = parts.stream()
                .map(part -> AttestationVerifier.verify(part, clientDataHash))
                .toList();
        String fmts = found.stream().map(Attestation::fmt).collect(Collectors.joining(" and "));
        return found.stream()
                .max(Comparator.comparing(CompoundAttestation::rank))
                .orElseThrow()
                .withFmt(AttestationObject.COMPOUND + " of " + fmts);
    }

    /** One wrong signature spoils all; then a maker's certificate goes before the key's own word. */
    private static int rank(Attestation attestation) {
        if (attestation.signature().outcome() == SignatureCheck.Outcome.INVALID) {
            return 4;
        }
        return switch (attestation.kind()) {
            case BASIC -> 3;
            case SELF -> 2;
            case UNVERIFIED, FOREIGN -> 1;
            case NONE -> 0;
        };
    }

    private static MalformedFault malformed(String what) {
        return new MalformedFault(CtapStatus.INVALID_PARAMETER, what);
    }
}

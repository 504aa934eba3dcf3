package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.webauthn.Attestation;
import java.util.Optional;

/** Does the key prove to be the model that it claims to be? */
final class ProofCheck {
    private static final String NOT_GENUINE = "do not register this key; show it to whoever bought it";

    private ProofCheck() {}

    /** @param decided whether the claim alone has failed already, so that proof would change nothing */
    static Check attestation(Policy policy, Evidence evidence, ProvedModel proof, boolean decided) {
        if (evidence.proof() instanceof Proof.None none) {
            boolean needless = decided && none.obstacle() == Obstacle.NOT_NEEDED;
            return missing(policy.attestationRequired() && !needless, none.obstacle());
        }
        if (proof.attestation().isEmpty()) {
            return fail(
                    "what the key sent is no attestation: " + proof.problem().orElse("unreadable"), NOT_GENUINE);
        }
        Attestation attestation = proof.attestation().get();
        return switch (attestation.kind()) {
            case NONE -> unproved(policy, "the key gave no attestation");
            case SELF ->
                proof.signatureHolds()
                        ? unproved(policy, "only the key itself vouches for its model (self attestation)")
                        : wrongSignature(attestation);
            case FOREIGN -> unproved(policy, attestation.signature().reason());
            case UNVERIFIED ->
                Check.of(
                        Subject.ATTESTATION,
                        policy.attestationRequired() ? Status.UNKNOWN : Status.WARN,
                        attestation.signature().reason());
            case BASIC -> basic(proof, attestation);
        };
    }

    private static Check basic(ProvedModel proof, Attestation attestation) {
        if (!proof.signatureHolds()) {
            return wrongSignature(attestation);
        }
        String path = proof.path().map(found -> found.summary()).orElse("without certificates");
        if (!proof.chains()) {
            return fail(
                    "the attestation does not chain to the roots of the model that the key claims to be: " + path,
                    "the key is a counterfeit, or it is software: " + NOT_GENUINE);
        }
        if (!attestation.shortfalls().isEmpty()) {
            return fail(String.join("; ", attestation.shortfalls()), NOT_GENUINE);
        }
        String serial = attestation.serial().map(ProofCheck::serial).orElse("");
        return Check.of(Subject.ATTESTATION, Status.PASS, attestation.fmt() + ", " + path + serial);
    }

    /** Octets as they stand; makers put numbers and texts into them alike. */
    private static String serial(Bytes octets) {
        return ", enterprise attestation of the key with serial " + octets.hex();
    }

    private static Check wrongSignature(Attestation attestation) {
        return fail(
                "the attestation's signature is wrong: "
                        + attestation.signature().reason(),
                NOT_GENUINE);
    }

    private static Check missing(boolean required, Obstacle obstacle) {
        return required
                ? Check.of(Subject.ATTESTATION, Status.UNKNOWN, obstacle.what(), obstacle.advice())
                : Check.of(Subject.ATTESTATION, Status.SKIPPED, obstacle.what());
    }

    private static Check unproved(Policy policy, String what) {
        return policy.attestationRequired()
                ? fail(what + ", and the policy asks for proof", "use a key of a model that attests itself")
                : Check.of(Subject.ATTESTATION, Status.WARN, what);
    }

    private static Check fail(String what, String advice) {
        return Check.of(Subject.ATTESTATION, Status.FAIL, what, advice);
    }

    /** Certificate, signed data and getInfo must name the same model. */
    static Check aaguid(ProvedModel proof) {
        Aaguid claimed = proof.claimed();
        if (proof.attestation().isEmpty()) {
            return Check.of(Subject.AAGUID, Status.SKIPPED, claimed + " is claimed, not proved");
        }
        Optional<Aaguid> vouched = proof.vouchedAaguid();
        if (vouched.isEmpty()) {
            return Check.of(
                    Subject.AAGUID,
                    Status.UNKNOWN,
                    "the U2F certificate names no model, so it does not prove " + claimed,
                    Obstacle.PIN_NEEDED.advice());
        }
        if (!vouched.get().equals(claimed)) {
            return Check.of(
                    Subject.AAGUID,
                    Status.FAIL,
                    "the key says it is " + claimed + ", and what it signed says " + vouched.get(),
                    NOT_GENUINE);
        }
        boolean inCertificate =
                proof.attestation().flatMap(Attestation::certifiedAaguid).isPresent();
        return Check.of(
                Subject.AAGUID,
                Status.PASS,
                claimed
                        + (inCertificate
                                ? ", the same in getInfo and certificate"
                                : ", the same wherever it is named"));
    }
}

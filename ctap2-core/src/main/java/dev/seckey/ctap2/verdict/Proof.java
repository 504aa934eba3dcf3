package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.u2f.U2fRegistration;
import dev.seckey.ctap2.webauthn.Attestation;
import dev.seckey.ctap2.webauthn.Certificates;
import dev.seckey.ctap2.webauthn.U2fAttestation;
import java.util.Optional;

/** How the key answered when it was asked to prove its model, or why it was not asked. */
public sealed interface Proof {
    /** Whether the answer is one that can prove a model; U2F's only can if its certificate names one. */
    boolean namesModel();

    /** What was put to the key; it signs the SHA-256 of this. Empty if there is no signature. */
    Optional<Bytes> clientData();

    /** It made a credential. */
    record MadeCredential(AttestationObject attestation, Bytes signed) implements Proof {
        Bytes clientDataHash() {
            return signed.sha256();
        }

        @Override
        public Optional<Bytes> clientData() {
            return Optional.of(signed);
        }

        @Override
        public boolean namesModel() {
            return true;
        }
    }

    /** It registered by U2F, which needs no PIN. */
    record RegisteredByU2f(Bytes signed, Bytes application, U2fRegistration registration) implements Proof {
        @Override
        public Optional<Bytes> clientData() {
            return Optional.of(signed);
        }

        @Override
        public boolean namesModel() {
            try {
                return verify().certifiedAaguid().isPresent();
            } catch (MalformedFault e) {
                return true; // something to judge, if not in the key's favour
            }
        }

        Attestation verify() {
            return U2fAttestation.verify(
                    application,
                    signed.sha256(),
                    registration.keyHandle(),
                    registration.publicKey(),
                    Certificates.parse(registration.certificate()),
                    registration.signature());
        }
    }

    /** It gave no proof. */
    record None(Obstacle obstacle, Optional<Reason> reason) implements Proof {
        @Override
        public Optional<Bytes> clientData() {
            return Optional.empty();
        }

        public static None because(Obstacle obstacle) {
            return new None(obstacle, Optional.empty());
        }

        @Override
        public boolean namesModel() {
            return false;
        }
    }
}

package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.u2f.U2fRegister;
import dev.seckey.ctap2.u2f.U2fRegistration;
import java.util.Optional;

/** How the key answered when it was asked to prove its model, or why it was not asked. */
public sealed interface Proof {
    /** It made a credential. */
    record MadeCredential(AttestationObject attestation, Bytes clientDataHash) implements Proof {}

    /** It registered by U2F, which needs no PIN. */
    record RegisteredByU2f(U2fRegister request, U2fRegistration registration) implements Proof {}

    /** It gave no proof. */
    record None(Obstacle obstacle, Optional<Reason> reason) implements Proof {
        public static None because(Obstacle obstacle) {
            return new None(obstacle, Optional.empty());
        }
    }
}

package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.server.Waiting;
import java.util.Optional;

/** The first steps of makeCredential and getAssertion, which are the same (CTAP 2.3 §6.1.2 and §6.2.2, 1 and 2). */
final class UserCheck {
    private UserCheck() {}

    /**
     * An empty pinUvAuthParam only asks for a touch, to choose a key among several; it always ends in an error that
     * tells whether a PIN is set. A filled one needs a protocol that is known.
     */
    static void touchOnlyRequest(KeyState state, Optional<PinUvAuth> auth, Waiting waiting) {
        if (auth.isEmpty()) {
            return;
        }
        if (auth.get().param().isEmpty()) {
            state.touch.await(waiting);
            throw new AuthenticatorFault(state.pin.isSet() ? CtapStatus.PIN_INVALID : CtapStatus.PIN_NOT_SET);
        }
        if (auth.get().protocol() == 0) {
            throw new AuthenticatorFault(CtapStatus.MISSING_PARAMETER);
        }
        if (PinUvAuthProtocol.of(auth.get().protocol()).isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
    }
}

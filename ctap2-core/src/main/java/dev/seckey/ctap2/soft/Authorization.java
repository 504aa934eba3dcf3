package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Permission;
import java.util.Optional;

/** Checks the pinUvAuthParam of requests that manage the key: the same steps for each of them. */
final class Authorization {
    private final KeyState state;

    Authorization(KeyState state) {
        this.state = state;
    }

    /** A proof that there is and that could be verified; the order of these steps is the specification's. */
    PinUvAuth present(Optional<PinUvAuth> auth) {
        PinUvAuth given = auth.orElseThrow(() -> new AuthenticatorFault(CtapStatus.PUAT_REQUIRED));
        requireProtocol(state, given);
        return given;
    }

    static void requireProtocol(KeyState state, PinUvAuth auth) {
        if (auth.protocol() == 0) {
            throw new AuthenticatorFault(CtapStatus.MISSING_PARAMETER);
        }
        if (!state.profile.pinUvAuthProtocols().contains(auth.protocol())) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
    }

    /** The sender holds a token for this. */
    void require(Optional<PinUvAuth> auth, Bytes message, Permission permission) {
        state.token.check(present(auth), message.toArray(), permission);
    }
}

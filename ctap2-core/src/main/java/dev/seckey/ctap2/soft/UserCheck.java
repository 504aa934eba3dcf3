package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.server.Waiting;
import java.util.List;
import java.util.Optional;

/** The steps that makeCredential and getAssertion have in common (CTAP 2.3 §6.1.2 and §6.2.2). */
final class UserCheck {
    private static final int HASH_SIZE = 32;

    private UserCheck() {}

    /**
     * Steps 1 and 2. An empty pinUvAuthParam only asks for a touch, to choose a key among several; it always ends in an
     * error that tells whether a PIN is set. A filled one needs a protocol that is known.
     */
    static void touchOnlyRequest(KeyState state, Optional<PinUvAuth> auth, Waiting waiting) {
        if (auth.isEmpty()) {
            return;
        }
        if (auth.get().param().isEmpty()) {
            touch(state, waiting);
            throw new AuthenticatorFault(state.pin.isSet() ? CtapStatus.PIN_INVALID : CtapStatus.PIN_NOT_SET);
        }
        Authorization.requireProtocol(state, auth.get());
    }

    /** A SHA-256 (WebAuthn §5.8.1): signing anything else would be signing whatever the sender likes. */
    static void hash(Bytes clientDataHash) {
        if (clientDataHash.size() != HASH_SIZE) {
            throw new AuthenticatorFault(CtapStatus.INVALID_LENGTH);
        }
    }

    /** No more credentials in a list than getInfo says. */
    static void limit(List<CredentialDescriptor> list) {
        if (list.size() > GetInfoHandler.MAX_CREDENTIAL_COUNT_IN_LIST) {
            throw new AuthenticatorFault(CtapStatus.LIMIT_EXCEEDED);
        }
    }

    /** The answer to a request that should have proved user verification and did not. */
    static AuthenticatorFault unverified(KeyState state) {
        boolean pinHelps = !state.profile.has(Feature.NO_MC_GA_WITH_CLIENT_PIN);
        return new AuthenticatorFault(pinHelps ? CtapStatus.PUAT_REQUIRED : CtapStatus.OPERATION_DENIED);
    }

    /** Asks for a touch, unless the finger that got the token was one already; uses the token up. */
    static void touch(KeyState state, boolean touchedAlready, Waiting waiting) {
        if (!touchedAlready && !state.token.userPresent()) {
            touch(state, waiting);
        }
        state.token.clearAfterTouch();
    }

    /** Here a touch that does not come is one that was refused. */
    private static void touch(KeyState state, Waiting waiting) {
        try {
            state.touch.await(waiting);
        } catch (AuthenticatorFault e) {
            boolean late = e.status() == CtapStatus.USER_ACTION_TIMEOUT;
            throw late ? new AuthenticatorFault(CtapStatus.OPERATION_DENIED) : e;
        }
    }
}

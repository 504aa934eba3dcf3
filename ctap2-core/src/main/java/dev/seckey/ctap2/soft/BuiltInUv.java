package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.server.Waiting;

/** User verification by the finger on the simulated sensor (CTAP 2.3 §6.5.3, performBuiltInUv). */
final class BuiltInUv {
    private BuiltInUv() {}

    /** Returns when the user is verified, which is a touch too. */
    static void perform(KeyState state, Waiting waiting) {
        if (state.fingerprints.retries() == 0) {
            throw new AuthenticatorFault(CtapStatus.UV_BLOCKED);
        }
        state.touch.await(waiting);
        state.fingerprints.takeTry();
        if (!state.environment.finger().matches()) {
            boolean blocked = state.fingerprints.retries() == 0;
            throw new AuthenticatorFault(blocked ? CtapStatus.UV_BLOCKED : CtapStatus.UV_INVALID);
        }
        state.fingerprints.matched();
    }

    /** For makeCredential and getAssertion, where a PIN may take its place (CTAP 2.3 §6.1.2 step 11). */
    static void performOrAskForPin(KeyState state, Waiting waiting) {
        try {
            perform(state, waiting);
        } catch (AuthenticatorFault e) {
            boolean failed = e.status() == CtapStatus.UV_INVALID || e.status() == CtapStatus.UV_BLOCKED;
            throw failed ? UserCheck.unverified(state) : e;
        }
    }
}

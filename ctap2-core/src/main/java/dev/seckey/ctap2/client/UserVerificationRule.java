package dev.seckey.ctap2.client;

import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;

/** Whether the user is to be verified: as it is wanted, and because the key insists (CTAP 2.3 §6.1.2, §6.2.2). */
final class UserVerificationRule {
    private UserVerificationRule() {}

    static boolean forRegistration(AuthenticatorInfo info, Need need, boolean discoverable) {
        boolean goesWithout = !discoverable && info.makesCredentialWithoutUserVerification();
        boolean keyInsists = info.has(Option.ALWAYS_UV) || info.protectedByUserVerification() && !goesWithout;
        return keyInsists || isWanted(info, need);
    }

    /** Without a touch not even alwaysUv insists. */
    static boolean forAssertion(AuthenticatorInfo info, Need need, boolean touch) {
        return info.has(Option.ALWAYS_UV) && touch || isWanted(info, need);
    }

    /** Whether the request itself must ask for it: the key has a sensor and knows no tokens (CTAP 2.0). */
    static boolean isByOption(AuthenticatorInfo info) {
        return info.has(Option.USER_VERIFICATION) && !info.has(Option.PIN_UV_AUTH_TOKEN);
    }

    private static boolean isWanted(AuthenticatorInfo info, Need need) {
        return switch (need) {
            case REQUIRED -> true;
            case PREFERRED ->
                info.has(Option.USER_VERIFICATION)
                        || info.has(Option.CLIENT_PIN) && !info.has(Option.NO_MC_GA_WITH_CLIENT_PIN);
            case DISCOURAGED -> false;
        };
    }
}

package dev.seckey.cli.verify;

import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import java.util.ArrayList;
import java.util.List;

/** How a key can be asked to prove its model. */
enum ProofWay {
    /** One touch: it makes a credential. */
    TOUCH,
    /** The same after its own fingerprint check. */
    BUILT_IN_UV,
    /** U2F registration: one touch, and no PIN, also where one is set. */
    U2F,
    /** It makes a credential once it has been given its PIN. */
    PIN,
    /** Not before it has a PIN. */
    SET_PIN_FIRST,
    /** Not before its PIN is changed. */
    CHANGE_PIN_FIRST;

    /** The ways that are open, the one that asks least of the person first; at least one. */
    static List<ProofWay> of(AuthenticatorInfo info) {
        boolean alwaysUv = info.has(Option.ALWAYS_UV);
        if (!info.protectedByUserVerification()) {
            return List.of(alwaysUv ? SET_PIN_FIRST : TOUCH);
        }
        if (info.makesCredentialWithoutUserVerification()) {
            return List.of(TOUCH);
        }
        List<ProofWay> ways = new ArrayList<>();
        if (info.supports(AuthenticatorInfo.U2F_V2) && !alwaysUv) {
            ways.add(U2F);
        }
        if (info.has(Option.USER_VERIFICATION)) {
            ways.add(BUILT_IN_UV);
        }
        if (info.has(Option.CLIENT_PIN)) {
            ways.add(info.forcePinChange() ? CHANGE_PIN_FIRST : PIN);
        }
        return ways;
    }
}

package dev.seckey.ctap2.session;

import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.pinuv.Pin;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a key asks of a new PIN, as far as that can be told before it is sent (CTAP 2.3 §6.5.1).
 *
 * @param min least Unicode code points
 * @param max most Unicode code points; and never more than 63 bytes
 * @param complexityPolicy whether the key refuses PINs that it finds too simple; absent if it has no such policy
 * @param complexityPolicyUrl where the policy is told
 */
public record PinRules(int min, int max, Optional<Boolean> complexityPolicy, Optional<String> complexityPolicyUrl) {
    private static final String NOTHING_SENT = "nothing was sent to the key, no try was lost";

    public static PinRules of(AuthenticatorInfo info) {
        return new PinRules(
                info.minPinLength(),
                info.maxPinLength(),
                info.members().find(AuthenticatorInfo.PIN_COMPLEXITY_POLICY),
                info.members()
                        .find(AuthenticatorInfo.PIN_COMPLEXITY_POLICY_URL)
                        .map(url -> new String(url.toArray(), StandardCharsets.UTF_8)));
    }

    /** @throws PinFault if the key cannot but refuse this as a new PIN */
    public void check(Pin pin) {
        if (pin.byteLength() == 0) {
            throw refused("the new PIN is empty");
        }
        if (pin.byteLength() > Pin.MAX_BYTES) {
            throw refused("the new PIN has " + pin.byteLength() + " bytes, and no key takes more than 63");
        }
        if (pin.codePoints() < min) {
            throw refused("the new PIN has " + characters(pin.codePoints()) + ", and this key wants at least " + min);
        }
        if (pin.codePoints() > max) {
            throw refused("the new PIN has " + characters(pin.codePoints()) + ", and this key takes at most " + max);
        }
        if (pin.endsInZero()) {
            throw refused("a PIN must not end in a zero byte");
        }
    }

    private static String characters(int count) {
        return count == 1 ? "1 character" : count + " characters";
    }

    private static PinFault refused(String why) {
        return new PinFault(Reason.PIN_POLICY_VIOLATION, why, NOTHING_SENT);
    }
}

package dev.seckey.ctap2.verdict;

import java.util.List;
import java.util.Optional;

/**
 * In which state a key must be and what it must be able to do; absent or empty: no matter.
 *
 * @param pinSet whether it must, or must not, have a PIN
 * @param minimumPinLength Unicode code points that the key itself must insist on
 * @param userVerification each of these methods
 * @param transports each of these, in the words of getInfo: "usb", "nfc"
 * @param extensions each of these, as getInfo lists them
 * @param fresh whether it must show no sign of use
 */
public record KeyRules(
        Optional<Boolean> pinSet,
        Optional<Integer> minimumPinLength,
        Optional<Boolean> alwaysUv,
        List<UserVerificationMethod> userVerification,
        List<String> transports,
        List<String> extensions,
        boolean fresh) {
    public static final KeyRules NONE =
            new KeyRules(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), false);

    /** How a key can know its person. */
    public enum UserVerificationMethod {
        PIN,
        /** Its own sensor, whether or not a finger is enrolled yet. */
        FINGERPRINT
    }

    public KeyRules {
        userVerification = List.copyOf(userVerification);
        transports = List.copyOf(transports);
        extensions = List.copyOf(extensions);
    }
}

package dev.seckey.cli.policy;

import dev.seckey.ctap2.yubico.Application;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a new key is set up; what is absent or false is left as it is.
 *
 * @param pinLength Unicode code points of a random PIN
 * @param pinAlphabet what a random PIN is made of
 * @param minPinLength Unicode code points, 4 to 63
 * @param minPinLengthRpIds the relying parties that may ask for the minimum length
 * @param forcePinChange whether the PIN must be changed before it is used
 * @param assetLabel "WARD7-{n:04}": n is the number in its series, with leading zeros
 */
public record ProvisionRules(
        Reset reset,
        Pin pin,
        int pinLength,
        String pinAlphabet,
        Optional<Integer> minPinLength,
        List<String> minPinLengthRpIds,
        boolean forcePinChange,
        boolean pinComplexity,
        Optional<Boolean> alwaysUv,
        boolean enterpriseAttestation,
        boolean longTouchReset,
        Optional<String> assetLabel,
        YubiKey yubikey) {
    public enum Reset {
        NEVER,
        /** Where the key shows a sign of use. */
        IF_USED,
        ALWAYS
    }

    /** Where the PIN comes from. */
    public enum Pin {
        /** The user chooses one at registration. */
        NONE,
        RANDOM,
        FROM_USERS
    }

    /**
     * @param usb the applications that are on over USB; absent: left as they are
     * @param nfc the same over NFC
     * @param nfcRestricted whether NFC stays off until the key has had power by USB
     */
    public record YubiKey(Optional<Set<Application>> usb, Optional<Set<Application>> nfc, boolean nfcRestricted) {
        public static final YubiKey UNCHANGED = new YubiKey(Optional.empty(), Optional.empty(), false);

        public YubiKey {
            usb = usb.map(Set::copyOf);
            nfc = nfc.map(Set::copyOf);
        }
    }

    public ProvisionRules {
        minPinLengthRpIds = List.copyOf(minPinLengthRpIds);
    }
}

package dev.seckey.cli.provision.plan;

import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.session.Configuration;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.yubico.DeviceInfo;
import java.util.Optional;

/**
 * What matters of a key when it is set up: as it says of itself, or as it would after a reset. Where a setting is absent
 * the key does not have it.
 *
 * @param pinSet absent if the key cannot have a PIN
 * @param retries absent where no PIN is set
 * @param finger whether built-in user verification is set up
 * @param minPinLength Unicode code points
 * @param maxPinLength Unicode code points
 * @param readersRoom how many relying parties may be named that may read the minimum length
 * @param minPinLengthSettable whether the rules for PINs can be set at all
 * @param yubiKey absent if it is none, or cannot be asked
 */
public record KeyState(
        Optional<Boolean> pinSet,
        Optional<PinRetries> retries,
        boolean finger,
        boolean changeForced,
        int minPinLength,
        int maxPinLength,
        int readersRoom,
        boolean minPinLengthSettable,
        Optional<Boolean> pinComplexity,
        Optional<Boolean> alwaysUv,
        Optional<Boolean> enterpriseAttestation,
        Optional<Boolean> longTouch,
        Optional<DeviceInfo> yubiKey) {
    private static final int SPECIFIED_MIN_PIN_LENGTH = 4;

    public static KeyState of(AuthenticatorInfo info, Optional<PinRetries> retries, Optional<DeviceInfo> yubiKey) {
        boolean configurable = info.has(Option.AUTHENTICATOR_CONFIG);
        boolean rules = configurable && info.has(Option.SET_MIN_PIN_LENGTH);
        boolean longTouch = configurable && Configuration.knowsLongTouchForReset(info);
        return new KeyState(
                info.option(Option.CLIENT_PIN),
                retries,
                info.has(Option.USER_VERIFICATION),
                info.forcePinChange(),
                info.minPinLength(),
                info.maxPinLength(),
                info.members().get(AuthenticatorInfo.MAX_RPIDS_FOR_SET_MIN_PIN_LENGTH, 0),
                rules,
                info.members().find(AuthenticatorInfo.PIN_COMPLEXITY_POLICY),
                info.option(Option.ALWAYS_UV),
                info.option(Option.ENTERPRISE_ATTESTATION),
                Optional.of(info.members().get(AuthenticatorInfo.LONG_TOUCH_FOR_RESET, false))
                        .filter(known -> longTouch),
                yubiKey);
    }

    public boolean hasPin() {
        return pinSet.orElse(false);
    }

    public boolean isAlwaysUv() {
        return alwaysUv.orElse(false);
    }

    /** Somebody has made the key theirs. That nobody has cannot be told: U2F and the like leave no trace. */
    public boolean isUsed() {
        return hasPin() || finger;
    }

    /** As a reset should leave it; always-UV may come back on. */
    KeyState afterReset() {
        return new KeyState(
                pinSet.map(any -> false),
                Optional.empty(),
                false,
                false,
                SPECIFIED_MIN_PIN_LENGTH,
                maxPinLength,
                readersRoom,
                minPinLengthSettable,
                pinComplexity.map(any -> false),
                alwaysUv,
                enterpriseAttestation.map(any -> false),
                longTouch.map(any -> false),
                yubiKey);
    }
}

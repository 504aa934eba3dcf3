package dev.seckey.cli.reset;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.yubico.Application;
import dev.seckey.ctap2.yubico.DeviceInfo;

/** YubiKeys that a reset must be kept from, by what they say of themselves. */
public final class YubiKeyGuard {
    /** The only firmware of the YubiKey 4 FIPS, which no other model has. */
    private static final String YUBIKEY_4_FIPS = "4.4.";

    private YubiKeyGuard() {}

    /** @throws TransportFault if it must not be reset, or will not */
    public static void requireResettable(DeviceInfo key) {
        if (key.firmware().filter(version -> version.startsWith(YUBIKEY_4_FIPS)).isPresent()) {
            throw new TransportFault(
                    Reason.UNSUPPORTED,
                    "this is a YubiKey 4 FIPS: a reset would destroy its FIPS state and its attestation key for good",
                    "nothing was reset; such a key is best exchanged");
        }
        if (key.resetBlocked().contains(Application.FIDO2)) {
            throw new TransportFault(
                    Reason.UNSUPPORTED,
                    "this YubiKey has one reset for all its applications, and blocks that of FIDO alone",
                    "nothing was reset; Yubico's own tools reset the whole key (ykman config reset)");
        }
    }
}

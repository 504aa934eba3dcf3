package dev.seckey.ctap2.yubico;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A change to a YubiKey's configuration; what is absent stays as it is.
 *
 * @param usb all that shall be enabled over USB
 * @param nfc all that shall be enabled over NFC
 * @param restrictNfc whether NFC shall be off until the key is plugged in; true or absent
 * @param unlock the lock code of a key that has one
 * @param reboot whether the key shall detach and come back, as a change of its USB interfaces needs
 */
public record DeviceConfig(
        Optional<Set<Application>> usb,
        Optional<Set<Application>> nfc,
        boolean restrictNfc,
        Optional<LockCode> unlock,
        boolean reboot) {

    public boolean changesNothing() {
        return usb.isEmpty() && nfc.isEmpty() && !restrictNfc;
    }

    /** The members, and their length in front. */
    Bytes encode() {
        Map<Integer, Bytes> members = new LinkedHashMap<>();
        if (reboot) {
            members.put(Tag.REBOOT, Bytes.EMPTY);
        }
        unlock.ifPresent(code -> members.put(Tag.UNLOCK, Bytes.of(code.expose())));
        usb.ifPresent(enabled -> members.put(Tag.USB_ENABLED, bits(enabled)));
        nfc.ifPresent(enabled -> members.put(Tag.NFC_ENABLED, bits(enabled)));
        if (restrictNfc) {
            members.put(Tag.NFC_RESTRICTED, Bytes.ofInts(1));
        }
        Bytes encoded = Tlv.encode(members);
        return Bytes.ofInts(encoded.size()).plus(encoded);
    }

    private static Bytes bits(Set<Application> applications) {
        int bits = Application.bits(applications);
        return Bytes.ofInts(bits >>> 8, bits);
    }
}

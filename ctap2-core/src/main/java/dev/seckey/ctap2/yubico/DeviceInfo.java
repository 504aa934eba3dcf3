package dev.seckey.ctap2.yubico;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a YubiKey says of itself. A view of the members as they came: those that are not known here survive.
 *
 * @param members by tag, of all pages
 */
public record DeviceInfo(Map<Integer, Bytes> members) {
    private static final int FIPS_SERIES = 0x80;
    private static final int SECURITY_KEY_SERIES = 0x40;

    /** From here on the key tells correctly what is enabled. */
    private static final int FIRST_TRUTHFUL = 5;

    public DeviceInfo {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Absent on Security Keys by Yubico, which have none, and where it is hidden. */
    public Optional<Long> serial() {
        return Optional.of(number(Tag.SERIAL)).filter(serial -> serial != 0);
    }

    /** Such as 5.7.1. */
    public Optional<String> firmware() {
        return Optional.ofNullable(members.get(Tag.VERSION))
                .filter(version -> version.size() == 3)
                .map(version -> version.at(0) + "." + version.at(1) + "." + version.at(2));
    }

    public FormFactor formFactor() {
        return FormFactor.of((int) number(Tag.FORM_FACTOR));
    }

    public boolean isFipsSeries() {
        return (number(Tag.FORM_FACTOR) & FIPS_SERIES) != 0;
    }

    /** A "Security Key by Yubico": FIDO alone. */
    public boolean isSecurityKeySeries() {
        return (number(Tag.FORM_FACTOR) & SECURITY_KEY_SERIES) != 0;
    }

    public boolean hasNfc() {
        return members.containsKey(Tag.NFC_SUPPORTED);
    }

    public Set<Application> supported(Transport over) {
        return applications(over == Transport.USB ? Tag.USB_SUPPORTED : Tag.NFC_SUPPORTED);
    }

    /** Of those supported. Keys before firmware 5 cannot be asked: all. */
    public Set<Application> enabled(Transport over) {
        int tag = over == Transport.USB ? Tag.USB_ENABLED : Tag.NFC_ENABLED;
        boolean told = members.containsKey(tag) && majorVersion() >= FIRST_TRUTHFUL;
        return told ? applications(tag) : supported(over);
    }

    private int majorVersion() {
        return Optional.ofNullable(members.get(Tag.VERSION))
                .filter(version -> !version.isEmpty())
                .map(version -> version.at(0))
                .orElse(FIRST_TRUTHFUL);
    }

    /** Whether the configuration takes a lock code to change. */
    public boolean isLocked() {
        return flag(Tag.CONFIG_LOCK);
    }

    /** Whether NFC is off until the key has been plugged in once: against tampering in the post. */
    public boolean isNfcRestricted() {
        return flag(Tag.NFC_RESTRICTED);
    }

    /** Whether PINs must not be trivial; absent before firmware 5.7. */
    public Optional<Boolean> pinComplexity() {
        return Optional.of(Tag.PIN_COMPLEXITY).filter(members::containsKey).map(this::flag);
    }

    /** Which applications can be brought into a state that FIPS approves. */
    public Set<Application> fipsCapable() {
        return Application.ofFips((int) number(Tag.FIPS_CAPABLE));
    }

    /** Which are in that state now. */
    public Set<Application> fipsApproved() {
        return Application.ofFips((int) number(Tag.FIPS_APPROVED));
    }

    /** Which cannot be reset now (Bio Multi-protocol: one for all). */
    public Set<Application> resetBlocked() {
        return applications(Tag.RESET_BLOCKED);
    }

    public Optional<String> partNumber() {
        return Optional.ofNullable(members.get(Tag.PART_NUMBER))
                .map(octets -> new String(octets.toArray(), StandardCharsets.UTF_8))
                .filter(text -> !text.isEmpty());
    }

    /** Seconds; absent or 0: never. */
    public long autoEjectTimeout() {
        return number(Tag.AUTO_EJECT_TIMEOUT);
    }

    /** Seconds that the key waits for a touch in challenge-response; 0: as it came. */
    public long challengeResponseTimeout() {
        return number(Tag.CHALLENGE_RESPONSE_TIMEOUT);
    }

    /** Bits: 40 remote wake-up, 80 touch ejects the card. */
    public int deviceFlags() {
        return (int) number(Tag.DEVICE_FLAGS);
    }

    private Set<Application> applications(int tag) {
        return Application.of((int) number(tag));
    }

    private boolean flag(int tag) {
        return number(tag) == 1;
    }

    /** Big endian, of any length up to seven bytes; 0 if absent. */
    private long number(int tag) {
        Bytes octets = members.getOrDefault(tag, Bytes.EMPTY);
        long value = 0;
        for (int i = 0; i < Math.min(octets.size(), 7); i++) {
            value = value << 8 | octets.at(i);
        }
        return value;
    }
}

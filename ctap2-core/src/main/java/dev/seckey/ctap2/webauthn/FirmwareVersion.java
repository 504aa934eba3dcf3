package dev.seckey.ctap2.webauthn;

import java.util.Comparator;

/** A firmware that a certificate vouches for; each part is 0 to 255. */
public record FirmwareVersion(int major, int minor, int patch) implements Comparable<FirmwareVersion> {
    private static final Comparator<FirmwareVersion> ORDER = Comparator.comparingLong(FirmwareVersion::number);

    /** The three parts in one number, as getInfo's firmwareVersion has it: 5.7.1 is 0x050701. */
    public long number() {
        return (long) major << 16 | minor << 8 | patch;
    }

    @Override
    public int compareTo(FirmwareVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}

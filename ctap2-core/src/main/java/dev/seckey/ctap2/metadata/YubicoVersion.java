package dev.seckey.ctap2.metadata;

/** How Yubico writes firmware in the metadata: a byte each for major, minor and patch, or two decimal digits each before. */
final class YubicoVersion {
    /** From here on numbers are bytes: 5.4.2 is 0x050402. Older ones are decimal: 5.1.0 is 50100. */
    private static final long BYTES = 0x50000;

    private YubicoVersion() {}

    /** Whether it can be told from another comparable one which is newer. */
    static boolean isComparable(long version) {
        return version >= BYTES;
    }

    /** The same version as a byte each, which is how getInfo numbers it. */
    static long bytes(long version) {
        return isComparable(version) ? version : version / 10_000 << 16 | version / 100 % 100 << 8 | version % 100;
    }

    static String dotted(long version) {
        long bytes = bytes(version);
        return (bytes >> 16) + "." + (bytes >> 8 & 0xff) + "." + (bytes & 0xff);
    }
}

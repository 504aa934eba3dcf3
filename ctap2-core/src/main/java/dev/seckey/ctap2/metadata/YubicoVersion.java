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

    static String dotted(long version) {
        return isComparable(version)
                ? (version >> 16) + "." + (version >> 8 & 0xff) + "." + (version & 0xff)
                : version / 10_000 + "." + version / 100 % 100 + "." + version % 100;
    }
}

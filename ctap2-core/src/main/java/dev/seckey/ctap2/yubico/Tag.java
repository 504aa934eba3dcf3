package dev.seckey.ctap2.yubico;

/** The members of a YubiKey's device information and configuration. */
final class Tag {
    static final int USB_SUPPORTED = 0x01;
    static final int SERIAL = 0x02;
    static final int USB_ENABLED = 0x03;
    static final int FORM_FACTOR = 0x04;
    static final int VERSION = 0x05;
    static final int AUTO_EJECT_TIMEOUT = 0x06;
    static final int CHALLENGE_RESPONSE_TIMEOUT = 0x07;
    static final int DEVICE_FLAGS = 0x08;

    /** Read: whether a lock code is set; written: the new one. */
    static final int CONFIG_LOCK = 0x0A;

    static final int UNLOCK = 0x0B;
    static final int REBOOT = 0x0C;
    static final int NFC_SUPPORTED = 0x0D;
    static final int NFC_ENABLED = 0x0E;

    /** There is another page. */
    static final int MORE_DATA = 0x10;

    static final int PART_NUMBER = 0x13;
    static final int FIPS_CAPABLE = 0x14;
    static final int FIPS_APPROVED = 0x15;
    static final int PIN_COMPLEXITY = 0x16;
    static final int NFC_RESTRICTED = 0x17;
    static final int RESET_BLOCKED = 0x18;

    private Tag() {}
}

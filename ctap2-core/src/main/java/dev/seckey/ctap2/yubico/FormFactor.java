package dev.seckey.ctap2.yubico;

/** The shape of a YubiKey. */
public enum FormFactor {
    UNKNOWN(0x00, "unknown"),
    USB_A_KEYCHAIN(0x01, "keychain (USB-A)"),
    USB_A_NANO(0x02, "nano (USB-A)"),
    USB_C_KEYCHAIN(0x03, "keychain (USB-C)"),
    USB_C_NANO(0x04, "nano (USB-C)"),
    USB_C_LIGHTNING(0x05, "keychain (USB-C, Lightning)"),
    USB_A_BIO(0x06, "Bio (USB-A)"),
    USB_C_BIO(0x07, "Bio (USB-C)");

    private static final int SHAPE = 0x0F;

    private final int number;
    private final String title;

    FormFactor(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** @param code the member as it came: the high bits say other things */
    public static FormFactor of(int code) {
        for (FormFactor form : values()) {
            if (form.number == (code & SHAPE)) {
                return form;
            }
        }
        return UNKNOWN;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }
}

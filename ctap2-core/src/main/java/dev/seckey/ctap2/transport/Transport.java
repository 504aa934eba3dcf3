package dev.seckey.ctap2.transport;

/** The ways to a key that this library knows. */
public enum Transport {
    USB("usb"),
    NFC("nfc");

    private final String id;

    Transport(String id) {
        this.id = id;
    }

    /** As WebAuthn names it. */
    public String id() {
        return id;
    }
}

package dev.seckey.cli.provision.plan;

import java.util.Locale;

/** What can be done to a key, one command each (but for what reads it back). */
public enum StepId {
    RESET("back to the factory's state"),
    PROVE("proof of its model"),
    YUBIKEY_APPLICATIONS("applications"),
    ENTERPRISE_ATTESTATION("enterprise attestation"),
    LONG_TOUCH("long touch for a reset"),
    MIN_PIN_LENGTH("rules for PINs"),
    ALWAYS_UV("always-UV"),
    SET_PIN("PIN"),
    FORCE_PIN_CHANGE("forced change of the PIN"),
    NFC_RESTRICTION("NFC off until plugged in");

    private final String title;

    StepId(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** One lower-case word with hyphens, for JSON and the ledger. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

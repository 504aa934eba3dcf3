package dev.seckey.ctap2.client;

import java.util.Locale;

/** What of its attestation the relying party is to see (WebAuthn Level 3 §5.4.7). */
public enum Conveyance {
    NONE,
    INDIRECT,
    DIRECT,
    ENTERPRISE;

    /** Values that are not known are as good as none (§5.4.7). */
    static Conveyance of(String word) {
        for (Conveyance conveyance : values()) {
            if (conveyance.name().toLowerCase(Locale.ROOT).equals(word)) {
                return conveyance;
            }
        }
        return NONE;
    }
}

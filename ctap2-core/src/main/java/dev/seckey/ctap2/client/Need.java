package dev.seckey.ctap2.client;

import java.util.Locale;
import java.util.Optional;

/** How much something is wanted (WebAuthn Level 3 §5.4.6, §5.8.6). */
public enum Need {
    DISCOURAGED,
    PREFERRED,
    REQUIRED;

    /** Values that are not known are as good as absent (§5.4.4). */
    static Optional<Need> of(String word) {
        for (Need need : values()) {
            if (need.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(need);
            }
        }
        return Optional.empty();
    }
}

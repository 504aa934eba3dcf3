package dev.seckey.ctap2.command;

import dev.seckey.ctap2.bytes.Numbered;
import java.util.Optional;

/** How a fingerprint sample came out (CTAP 2.3 §6.7, lastEnrollSampleStatus), in words for the person. */
public enum EnrollSampleStatus implements Numbered {
    GOOD(0x00, "good"),
    TOO_HIGH(0x01, "too high: move the finger down"),
    TOO_LOW(0x02, "too low: move the finger up"),
    TOO_LEFT(0x03, "too far left"),
    TOO_RIGHT(0x04, "too far right"),
    TOO_FAST(0x05, "too fast"),
    TOO_SLOW(0x06, "too slow"),
    POOR_QUALITY(0x07, "not clear enough: clean the finger and the sensor"),
    TOO_SKEWED(0x08, "askew: lay the finger straight"),
    TOO_SHORT(0x09, "too short: leave the finger longer"),
    MERGE_FAILURE(0x0A, "does not fit the other samples: use the same finger"),
    ALREADY_EXISTS(0x0B, "this finger is enrolled already"),
    NO_USER_ACTIVITY(0x0D, "no finger came"),
    NO_USER_PRESENCE_TRANSITION(0x0E, "lift the finger and lay it down again");

    private final int number;
    private final String words;

    EnrollSampleStatus(int number, String words) {
        this.number = number;
        this.words = words;
    }

    public static Optional<EnrollSampleStatus> of(int number) {
        return Numbered.find(values(), number);
    }

    /** The words for any number, known or not. */
    public static String wordsFor(int number) {
        return of(number).map(status -> status.words).orElse("not taken (status " + number + ")");
    }

    @Override
    public int number() {
        return number;
    }
}

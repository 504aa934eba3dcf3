package dev.seckey.ctap2.u2f;

import dev.seckey.ctap2.bytes.Numbered;
import java.util.Optional;

/** What {@link U2fAuthenticate} is to do (raw message formats §5.1): its P1. */
public enum U2fControl implements Numbered {
    /** Tell whether the key handle is this key's: 6985 if so, 6A80 if not; never a signature. */
    CHECK_ONLY(0x07),
    /** Sign, once the key is touched. */
    ENFORCE_USER_PRESENCE(0x03),
    /** Sign without a touch. */
    DONT_ENFORCE_USER_PRESENCE(0x08);

    private final int number;

    U2fControl(int number) {
        this.number = number;
    }

    public static Optional<U2fControl> of(int number) {
        return Numbered.find(values(), number);
    }

    @Override
    public int number() {
        return number;
    }
}

package dev.seckey.ctap2.yubico;

import dev.seckey.ctap2.pinuv.Secret;
import java.util.Arrays;

/** The sixteen bytes without which a locked configuration cannot be changed. */
public final class LockCode implements AutoCloseable {
    public static final int SIZE = 16;

    private final Secret octets;

    private LockCode(Secret octets) {
        this.octets = octets;
    }

    /**
     * From 32 hexadecimal digits in ASCII, which are wiped.
     *
     * @throws IllegalArgumentException if they are anything else
     */
    public static LockCode takingHex(byte[] digits) {
        byte[] octets = new byte[SIZE];
        try {
            if (digits.length != 2 * SIZE) {
                throw new IllegalArgumentException("a lock code has 32 hexadecimal digits");
            }
            for (int i = 0; i < SIZE; i++) {
                octets[i] = (byte) (digit(digits[2 * i]) << 4 | digit(digits[2 * i + 1]));
            }
            return new LockCode(Secret.taking(octets));
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }

    private static int digit(byte character) {
        int value = Character.digit(character, 16);
        if (value < 0) {
            throw new IllegalArgumentException("a lock code has 32 hexadecimal digits");
        }
        return value;
    }

    byte[] expose() {
        return octets.expose();
    }

    @Override
    public void close() {
        octets.close();
    }

    @Override
    public String toString() {
        return "a lock code";
    }
}

package dev.seckey.cli.provision;

import dev.seckey.ctap2.pinuv.Pin;
import java.security.SecureRandom;
import java.util.List;

/** PINs that nobody chose: each as likely as any other, but for those that are tried first by whoever finds a key. */
public final class RandomPins {
    /** Tried first, with what {@link #isTrivial} finds by its form. */
    private static final List<String> WELL_KNOWN =
            List.of("123456", "123123", "654321", "123321", "112233", "121212", "520520", "123654", "159753");

    private final SecureRandom random;
    private final String alphabet;

    /** @param alphabet at least two ASCII characters, each once */
    public RandomPins(SecureRandom random, String alphabet) {
        this.random = random;
        this.alphabet = alphabet;
    }

    /** @param length in characters, at least 4. The caller closes it. */
    public Pin next(int length) {
        byte[] pin = new byte[length];
        do {
            for (int i = 0; i < length; i++) {
                pin[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
        } while (isTrivial(pin));
        return Pin.takingUtf8(pin);
    }

    /** A straight run, a piece said again and again, its own mirror, all in pairs, or well known. */
    static boolean isTrivial(byte[] pin) {
        return isRun(pin)
                || isRepeated(pin)
                || isMirrored(pin)
                || isInPairs(pin)
                || WELL_KNOWN.stream().anyMatch(known -> holds(pin, known));
    }

    /** Up, down, or not at all. */
    private static boolean isRun(byte[] pin) {
        int step = pin[1] - pin[0];
        boolean run = Math.abs(step) <= 1;
        for (int i = 2; i < pin.length && run; i++) {
            run = pin[i] - pin[i - 1] == step;
        }
        return run;
    }

    private static boolean isRepeated(byte[] pin) {
        for (int piece = 1; piece <= pin.length / 2; piece++) {
            boolean repeated = pin.length % piece == 0;
            for (int i = piece; i < pin.length && repeated; i++) {
                repeated = pin[i] == pin[i - piece];
            }
            if (repeated) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMirrored(byte[] pin) {
        boolean mirrored = true;
        for (int i = 0; i < pin.length / 2 && mirrored; i++) {
            mirrored = pin[i] == pin[pin.length - 1 - i];
        }
        return mirrored;
    }

    private static boolean isInPairs(byte[] pin) {
        boolean paired = pin.length % 2 == 0;
        for (int i = 0; i < pin.length && paired; i += 2) {
            paired = pin[i] == pin[i + 1];
        }
        return paired;
    }

    private static boolean holds(byte[] pin, String known) {
        for (int start = 0; start + known.length() <= pin.length; start++) {
            boolean here = true;
            for (int i = 0; i < known.length() && here; i++) {
                here = pin[start + i] == known.charAt(i);
            }
            if (here) {
                return true;
            }
        }
        return false;
    }
}

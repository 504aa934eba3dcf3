package dev.seckey.cli.pin;

import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.pinuv.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** PINs that a thief tries first. None is ever generated, and none is taken from a users' file. */
public final class TrivialPin {
    /** Those of the lists of common PINs that none of the patterns below describes. */
    private static final Set<String> COMMON =
            Set.of("159753", "147258", "147852", "258456", "112358", "007007", "314159");

    private TrivialPin() {}

    /** What is wrong with it, in words that do not tell the PIN; empty if nothing is. */
    public static Optional<String> objection(Pin pin) {
        int[] points = codePoints(pin);
        try {
            return objection(points);
        } finally {
            Arrays.fill(points, 0);
        }
    }

    private static Optional<String> objection(int[] points) {
        if (points.length < 2) {
            return Optional.of("it has less than two characters");
        }
        if (isRun(points)) {
            return Optional.of("its characters are all the same or follow in order");
        }
        if (isRepetition(points)) {
            return Optional.of("it repeats itself");
        }
        if (isPalindrome(points)) {
            return Optional.of("it reads the same backwards");
        }
        if (isDoubled(points)) {
            return Optional.of("each of its characters is doubled, and they follow in order");
        }
        if (isTwoRuns(points)) {
            return Optional.of("its two halves follow in order");
        }
        return isCommon(points) ? Optional.of("it is one of the most common PINs") : Optional.empty();
    }

    /** 111111, 123456, 987654, 890123, 135791. */
    private static boolean isRun(int[] points) {
        return isRun(points, 0, points.length);
    }

    /** Each step the same; from nine to zero is a step of one, as on a keypad. Of letters, only neighbours make a run. */
    private static boolean isRun(int[] points, int from, int to) {
        boolean digits = true;
        for (int i = from; i < to; i++) {
            digits &= points[i] >= '0' && points[i] <= '9';
        }
        int step = points[from + 1] - points[from];
        for (int i = from + 2; i < to; i++) {
            int next = points[i] - points[i - 1];
            if (digits ? Math.floorMod(next - step, 10) != 0 : next != step) {
                return false;
            }
        }
        return digits || Math.abs(step) <= 1;
    }

    /** 123123, 121212, 1212121: what stood a few places before, at most half of the length, comes again to the end. */
    private static boolean isRepetition(int[] points) {
        for (int period = 1; period <= points.length / 2; period++) {
            boolean same = true;
            for (int i = period; i < points.length; i++) {
                same &= points[i] == points[i - period];
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** 123321, 1234321. */
    private static boolean isPalindrome(int[] points) {
        for (int i = 0; i < points.length / 2; i++) {
            if (points[i] != points[points.length - 1 - i]) {
                return false;
            }
        }
        return true;
    }

    /** 112233. */
    private static boolean isDoubled(int[] points) {
        int[] halves = new int[points.length / 2];
        for (int i = 0; i < halves.length; i++) {
            if (points[2 * i] != points[2 * i + 1]) {
                return false;
            }
            halves[i] = points[2 * i];
        }
        boolean run = points.length % 2 == 0 && halves.length > 1 && isRun(halves);
        Arrays.fill(halves, 0);
        return run;
    }

    /** 123654, 111222, 12348765; of six characters and more, since any two of a shorter one make a run. */
    private static boolean isTwoRuns(int[] points) {
        int half = points.length / 2;
        return points.length >= 6
                && points.length % 2 == 0
                && isNear(points, 0, half)
                && isNear(points, half, points.length);
    }

    /** A run in steps of at most one. */
    private static boolean isNear(int[] points, int from, int to) {
        return isRun(points, from, to) && Math.abs(points[from + 1] - points[from]) <= 1;
    }

    private static boolean isCommon(int[] points) {
        boolean found = false;
        for (String each : COMMON) {
            boolean same = each.length() == points.length;
            for (int i = 0; same && i < points.length; i++) {
                same = each.charAt(i) == points[i];
            }
            found |= same;
        }
        return found;
    }

    private static int[] codePoints(Pin pin) {
        try (Secret utf8 = pin.utf8()) {
            CharBuffer chars = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8.expose()));
            int[] points = chars.codePoints().toArray();
            Arrays.fill(chars.array(), '\0');
            return points;
        }
    }
}

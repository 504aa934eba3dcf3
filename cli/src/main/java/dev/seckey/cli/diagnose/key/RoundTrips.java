package dev.seckey.cli.diagnose.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long questions to a key took, from the first byte out to the last one in. */
final class RoundTrips {
    private static final double NANOS = 1_000_000;

    /** How many times the middle one the slowest must be to count as uneven, and milliseconds at least. */
    private static final int UNEVEN_FACTOR = 20;

    private static final double UNEVEN_LEAST = 250;

    private final List<Long> nanos = new ArrayList<>();

    void add(long took) {
        nanos.add(took);
    }

    boolean isEmpty() {
        return nanos.isEmpty();
    }

    /** Milliseconds. */
    double middle() {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(sorted.size() / 2) / NANOS;
    }

    private double slowest() {
        return nanos.stream().mapToLong(Long::longValue).max().orElse(0) / NANOS;
    }

    private double fastest() {
        return nanos.stream().mapToLong(Long::longValue).min().orElse(0) / NANOS;
    }

    boolean isUneven() {
        return slowest() > UNEVEN_LEAST && slowest() > UNEVEN_FACTOR * middle();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d questions: fastest %.1f, middle %.1f, slowest %.1f thousandths of a second",
                nanos.size(),
                fastest(),
                middle(),
                slowest());
    }
}

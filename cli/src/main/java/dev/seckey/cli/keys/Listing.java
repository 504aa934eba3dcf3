package dev.seckey.cli.keys;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import java.util.List;

/**
 * What is in sight.
 *
 * @param keys those included that cannot be opened, and readers without a card
 * @param blindSpots why there may be more than that
 */
public record Listing(List<KeyRef> keys, List<Obstacle> blindSpots) {
    /** Keys, and readers on which something lies. */
    public List<KeyRef> present() {
        return keys.stream().filter(key -> !isEmptyReader(key)).toList();
    }

    private static boolean isEmptyReader(KeyRef key) {
        return key.obstacle()
                .map(obstacle -> obstacle.reason() == Reason.NO_KEY)
                .orElse(false);
    }
}

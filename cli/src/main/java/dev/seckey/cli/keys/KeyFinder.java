package dev.seckey.cli.keys;

import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the one key that is meant among those in sight. */
public final class KeyFinder {
    private final Keys keys;
    private final Function<KeyRef, Optional<String>> asking;

    /** @param asking the serial number of a key that USB does not tell, by asking the key */
    public KeyFinder(Keys keys, Function<KeyRef, Optional<String>> asking) {
        this.keys = keys;
        this.asking = asking;
    }

    /** The one key that is present, or the one of several that has this serial number. */
    public KeyRef choose(Optional<String> serial) {
        Listing listing = keys.list();
        List<KeyRef> told = listing.present().stream()
                .filter(key -> serial.isEmpty() || key.serial().equals(serial))
                .toList();
        List<KeyRef> candidates = told.isEmpty() && serial.isPresent()
                ? listing.present().stream()
                        .filter(KeyRef::openable)
                        .filter(key -> asking.apply(key).equals(serial))
                        .toList()
                : told;
        if (candidates.isEmpty()) {
            throw none(serial, listing);
        }
        if (candidates.size() > 1) {
            throw new ChoiceFault(
                    Reason.SEVERAL_KEYS,
                    "there are several keys: "
                            + candidates.stream().map(KeyFinder::describe).collect(Collectors.joining(", ")),
                    "choose one, for instance --key \"" + candidates.get(0).selector() + "\"");
        }
        KeyRef only = candidates.get(0);
        only.obstacle().ifPresent(obstacle -> {
            throw obstacle.fault();
        });
        return only;
    }

    private static Fault none(Optional<String> serial, Listing listing) {
        if (serial.isPresent()) {
            return new ChoiceFault(
                    Reason.NO_KEY,
                    "no key with serial number " + serial.get() + " is connected",
                    "many keys have no serial number that USB can tell: \"seckey list\" shows which have one");
        }
        Optional<Obstacle> hidden = listing.blindSpots().stream()
                .filter(obstacle ->
                        obstacle.reason() == Reason.ACCESS_DENIED || obstacle.reason() == Reason.NO_NATIVE_LIBRARY)
                .findFirst();
        if (hidden.isPresent()) {
            return hidden.get().fault();
        }
        String blind = listing.blindSpots().stream().map(Obstacle::what).collect(Collectors.joining("; "));
        return new ChoiceFault(
                Reason.NO_KEY,
                "no security key is connected" + (blind.isEmpty() ? "" : " over USB, and " + blind),
                "plug a security key in, or lay one on a reader; \"seckey list\" shows what is seen");
    }

    private static String describe(KeyRef key) {
        return key.product() + " (" + key.selector() + ")";
    }
}

package dev.seckey.cli.provision;

import dev.seckey.cli.handover.PinStore;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.pinuv.Pin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps PINs over the deaths of processes, for a test to open. */
final class Strongroom {
    private final Map<String, Pin> pins = new LinkedHashMap<>();

    /** As a process sees it. */
    PinStore seenBy(Points points) {
        return new PinStore() {
            @Override
            public Stored store(KeyIdentity key, Optional<Person> person, Pin pin) {
                points.reach("before a PIN is stored");
                String file = "pin-" + (pins.size() + 1);
                pins.put(file, pin.copy());
                points.reach("after a PIN is stored");
                return new Stored(file, Optional.of(Bytes.utf8(file).sha256()));
            }

            @Override
            public void close() {
                // it stays
            }
        };
    }

    Pin open(String file) {
        return pins.get(file).copy();
    }
}

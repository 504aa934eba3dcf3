package dev.seckey.cli.ledger;

import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds keys by whatever a person calls them. */
public final class KeyHistory {
    private KeyHistory() {}

    /**
     * All events of the keys that were ever called so: by id, serial number or label, or by the id of a person.
     *
     * @throws ChoiceFault if there is none
     */
    public static List<Event> of(Ledger ledger, String name) {
        List<Event> events = new ArrayList<>();
        keys(ledger, name).keySet().forEach(id -> events.addAll(ledger.list(Query.ALL.keyId(id))));
        return events;
    }

    /**
     * The one key that is called so, as it was last seen.
     *
     * @throws ChoiceFault if there is none, or there are several
     */
    public static KeyIdentity one(Ledger ledger, String name) {
        Map<String, KeyIdentity> keys = keys(ledger, name);
        if (keys.size() > 1) {
            throw new ChoiceFault(
                    Reason.SEVERAL_KEYS,
                    keys.size() + " keys of the ledger are called \"" + name + "\"",
                    "name one by its id: " + String.join(", ", keys.keySet()));
        }
        return keys.values().iterator().next();
    }

    private static Map<String, KeyIdentity> keys(Ledger ledger, String name) {
        Map<String, KeyIdentity> keys = new LinkedHashMap<>();
        Stream.of(Query.ALL.keyId(name), Query.ALL.serial(name), Query.ALL.asset(name), Query.ALL.person(name))
                .forEach(query ->
                        ledger.read(query, event -> event.entry().key().ifPresent(key -> keys.put(key.id(), key))));
        if (keys.isEmpty()) {
            throw new ChoiceFault(
                    Reason.NO_KEY,
                    "no key of the ledger is called \"" + name + "\"",
                    "\"seckey ledger list\" shows those that there are");
        }
        return keys;
    }
}

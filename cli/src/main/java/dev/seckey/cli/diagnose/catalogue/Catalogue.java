package dev.seckey.cli.diagnose.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can be found, in the order of the identifiers. */
public final class Catalogue {
    private static final List<Entry> ALL = Stream.<Entry[]>of(
                    UsbEntry.values(), NfcEntry.values(), KeyEntry.values(), RunEntry.values(), NetEntry.values())
            .flatMap(Stream::of)
            .toList();

    private Catalogue() {}

    public static List<Entry> all() {
        return ALL;
    }

    /** @param id as it was heard: "usb-3" is USB-003 */
    public static Optional<Entry> find(String id) {
        String wanted = normal(id);
        return ALL.stream().filter(entry -> normal(entry.id()).equals(wanted)).findFirst();
    }

    private static String normal(String id) {
        return id.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replaceAll("(?<=[A-Z])0+", "");
    }
}

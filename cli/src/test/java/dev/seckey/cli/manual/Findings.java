package dev.seckey.cli.manual;

import dev.seckey.cli.diagnose.catalogue.Catalogue;
import dev.seckey.cli.diagnose.catalogue.Entry;
import java.util.Locale;
import java.util.Map;

/** The sections of seckey-findings(7), one a family, from the catalogue. */
final class Findings {
    private static final Map<String, String> FAMILIES = Map.of(
            "USB", "KEYS ON USB",
            "NFC", "READERS",
            "KEY", "THE KEY ITSELF",
            "RUN", "THIS COMPUTER",
            "NET", "THE NETWORK");

    private Findings() {}

    static void write(Roff out) {
        String family = "";
        for (Entry entry : Catalogue.all()) {
            String own = entry.id().substring(0, entry.id().indexOf('-'));
            if (!own.equals(family)) {
                family = own;
                out.section(FAMILIES.get(family));
            }
            out.term(
                    Roff.bold(entry.id()) + " (" + entry.severity().title() + ")",
                    capital(entry.title()) + ". " + entry.meaning());
            if (!entry.advice().isEmpty()) {
                out.onNewLine("What to do: " + entry.advice());
            }
        }
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

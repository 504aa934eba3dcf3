package dev.seckey.cli.keys;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import java.util.Optional;

/** What stands after {@code --key}. */
public sealed interface KeySelector {
    /** A device path, such as /dev/hidraw3. */
    record Usb(String path) implements KeySelector {}

    /** A reader's name. */
    record Nfc(String reader) implements KeySelector {}

    /** A serial number as USB tells it. */
    record Serial(String number) implements KeySelector {}

    /** A simulated key in this process. */
    record Simulated(String profile, boolean nfc) implements KeySelector {
        public String selector() {
            return "virtual:" + profile + (nfc ? "+nfc" : "");
        }

        public String product() {
            return "SIMULATED key " + profile;
        }
    }

    /** @throws UsageException if it is none of these */
    static KeySelector parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        return switch (kind) {
            case "usb" -> new Usb(required(text, value));
            case "nfc" -> new Nfc(required(text, value));
            case "serial" -> new Serial(required(text, value));
            case "virtual" -> simulated(value);
            default -> throw unknown(text);
        };
    }

    private static Simulated simulated(String value) {
        boolean nfc = value.endsWith("+nfc");
        String name = nfc ? value.substring(0, value.length() - "+nfc".length()) : value;
        String profile = name.isEmpty() ? SimulatedProfiles.DEFAULT : name;
        return Optional.of(new Simulated(profile, nfc))
                .filter(simulated -> SimulatedProfiles.names().contains(profile))
                .orElseThrow(() -> new UsageException(
                        "there is no simulated key \"" + profile + "\"",
                        "there are: " + String.join(", ", SimulatedProfiles.names())));
    }

    private static String required(String text, String value) {
        if (value.isEmpty()) {
            throw unknown(text);
        }
        return value;
    }

    private static UsageException unknown(String text) {
        return new UsageException(
                "\"" + text + "\" names no key",
                "write usb:PATH, nfc:READER, serial:NUMBER, or virtual[:PROFILE]; \"seckey list\" shows what there is");
    }
}

package dev.seckey.cli.keys;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import java.nio.file.Path;
import java.util.Optional;

/** What stands after {@code --key}. */
public sealed interface KeySelector {
    /** A device path, such as /dev/hidraw3. */
    record Usb(String path) implements KeySelector {}

    /** A reader's name. */
    record Nfc(String reader) implements KeySelector {}

    /** A label that the organisation gave it, as the ledger has it. */
    record Asset(String label) implements KeySelector {}

    /** A serial number as USB tells it, or as a YubiKey does when it is asked. */
    record Serial(String number) implements KeySelector {}

    /**
     * A simulated key in this process.
     *
     * @param file where it keeps its state; absent: it forgets everything
     */
    record Simulated(String profile, boolean nfc, Optional<Path> file) implements KeySelector {
        public String selector() {
            return "virtual:" + profile + (nfc ? "+nfc" : "")
                    + file.map(path -> "@" + path).orElse("");
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
            case "asset" -> new Asset(required(text, value));
            case "virtual" -> simulated(value);
            default -> throw unknown(text);
        };
    }

    private static Simulated simulated(String value) {
        int at = value.indexOf('@');
        Optional<Path> file =
                at < 0 ? Optional.empty() : Optional.of(Path.of(required("virtual:" + value, value.substring(at + 1))));
        String key = at < 0 ? value : value.substring(0, at);
        boolean nfc = key.endsWith("+nfc");
        String name = nfc ? key.substring(0, key.length() - "+nfc".length()) : key;
        String profile = name.isEmpty() ? SimulatedProfiles.DEFAULT : name;
        return Optional.of(new Simulated(profile, nfc, file))
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
                "write usb:PATH, nfc:READER, serial:NUMBER, asset:LABEL, or virtual[:PROFILE[@FILE]]; \"seckey list\" shows what"
                        + " there is");
    }
}

package dev.seckey.cli.ledger;

import dev.seckey.cli.terminal.Printable;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is known of one key. Text that came from the key is kept without characters that steer a terminal.
 *
 * @param id what all events of this key have in common; from what is surest to stay: see {@link #idOf}
 * @param serial as printed on the key, where it has one
 * @param aaguid in its written form
 * @param model as the metadata calls it
 * @param product as the key calls itself on USB
 * @param transport "usb", "nfc" or "virtual"
 * @param path where it was plugged in, as {@code --key} takes it
 * @param identifier from the key's encIdentifier, in hexadecimal digits (CTAP 2.3 §6.4); another one after a reset
 * @param asset the label that the organisation gave it
 */
public record KeyIdentity(
        String id,
        Optional<String> serial,
        Optional<String> aaguid,
        Optional<String> model,
        Optional<String> product,
        Optional<String> transport,
        Optional<String> path,
        Optional<String> identifier,
        Optional<String> asset,
        boolean simulated) {

    public KeyIdentity {
        id = Printable.of(id);
        serial = serial.map(Printable::of);
        aaguid = aaguid.map(Printable::of);
        model = model.map(Printable::of);
        product = product.map(Printable::of);
        transport = transport.map(Printable::of);
        path = path.map(Printable::of);
        identifier = identifier.map(Printable::of);
        asset = asset.map(Printable::of);
    }

    /**
     * The serial number, else the key's own identifier, else the UUID: then events of another session are not known to be
     * of the same key.
     */
    public static String idOf(Optional<String> serial, Optional<String> identifier, UUID fallback) {
        return serial.map(number -> "serial:" + number)
                .or(() -> identifier.map(hex -> "identifier:" + hex))
                .orElseGet(() -> "unnamed:" + fallback);
    }

    public KeyIdentity withAsset(String label) {
        return new KeyIdentity(
                id, serial, aaguid, model, product, transport, path, identifier, Optional.of(label), simulated);
    }

    /** For a person: the label or the serial number, and the model. */
    public String title() {
        String name =
                asset.or(() -> serial.map(number -> "serial number " + number)).orElse(id);
        return model.or(() -> product).map(what -> what + ", " + name).orElse(name);
    }
}

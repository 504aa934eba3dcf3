package dev.seckey.transports;

import dev.seckey.ctap2.transport.Transport;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A key that is in sight, openable or not. Over NFC it is a reader, with or without a card on it: whether the card is a
 * FIDO key shows only when it is asked.
 *
 * @param path the device path over USB, the reader's name over NFC
 * @param product as the device names itself; the reader's name over NFC
 * @param manufacturer as the device names itself; may be empty
 * @param serial the serial number of the USB device, which many keys do not have
 * @param vendorId the USB vendor, 0 to 65535
 * @param productId the USB product, 0 to 65535
 * @param obstacle why it cannot be opened; empty when nothing is known against it
 */
public record KeyRef(
        Transport transport,
        String path,
        String product,
        String manufacturer,
        Optional<String> serial,
        OptionalInt vendorId,
        OptionalInt productId,
        Optional<Obstacle> obstacle) {

    /** A reader. */
    public static KeyRef reader(String name, Optional<Obstacle> obstacle) {
        return new KeyRef(
                Transport.NFC, name, name, "", Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), obstacle);
    }

    public boolean openable() {
        return obstacle.isEmpty();
    }

    /** How a person names it on the command line: {@code usb:PATH} or {@code nfc:READER}. */
    public String selector() {
        return transport.id() + ":" + path;
    }
}

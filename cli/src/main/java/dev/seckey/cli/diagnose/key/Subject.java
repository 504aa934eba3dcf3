package dev.seckey.cli.diagnose.key;

import dev.seckey.cli.keys.KeyPath;
import dev.seckey.ctap2.transport.Transport;
import java.util.function.Supplier;

/**
 * A key that is to be looked at.
 *
 * @param product as the bus or the reader names it
 * @param selector as a person names it on the command line
 * @param place the device path or the reader's name
 * @param path opens it, on the thread that will use it
 */
public record Subject(
        String product, String selector, String place, Transport transport, boolean simulated, Supplier<KeyPath> path) {
    String title() {
        return selector.endsWith(":" + product) ? selector : product + " (" + selector + ")";
    }
}

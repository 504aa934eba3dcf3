package dev.seckey.cli.keys;

import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.yubico.Management;

/**
 * The management of a YubiKey in use by one command, on the thread that opened it.
 *
 * @param product as the bus or the reader names it
 * @param simulated whether it is one of our own
 * @param transport the way to it: on USB through its FIDO interface; readers, and its card interface on USB, count as NFC
 */
public record OpenManagement(
        String product,
        String selector,
        boolean simulated,
        Transport transport,
        Management management,
        Runnable closing)
        implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}

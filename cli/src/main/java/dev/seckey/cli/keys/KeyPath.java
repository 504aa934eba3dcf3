package dev.seckey.cli.keys;

import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.HidPipe;

/** The bare path to a key, for who wants to see how well it works. */
public sealed interface KeyPath extends AutoCloseable {
    /** Packets, over USB. */
    record Usb(HidPipe pipe) implements KeyPath {
        @Override
        public void close() {
            pipe.close();
        }
    }

    /** APDUs, on a reader. */
    record Nfc(ApduPipe pipe) implements KeyPath {
        @Override
        public void close() {
            pipe.close();
        }
    }

    @Override
    void close();
}

package dev.seckey.cli.handover;

import dev.seckey.ctap2.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Collects bytes, and forgets them. */
final class WipedStream extends ByteArrayOutputStream {
    WipedStream() {
        super(4096); // it does not grow then, which would leave a copy
    }

    synchronized Bytes sha256() {
        return Bytes.of(buf, 0, count).sha256();
    }

    synchronized void wipe() {
        Arrays.fill(buf, (byte) 0);
    }
}

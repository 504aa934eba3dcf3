package dev.seckey.transports.usb;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Os;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lists the keys as Linux and as macOS would, opens the first, sends a CTAPHID INIT and says what came back. For tests
 * on real parts.
 */
public final class UsbProbe {
    static final Bytes INIT = Bytes.fromHex("ffffffff 86 0008 a0a1a2a3a4a5a6a7");

    private UsbProbe() {}

    public static void main(String[] arguments) {
        UsbKeys keys = UsbKeys.system();
        for (KeyRef key : keys.list()) {
            System.out.println(key);
        }
        for (KeyRef key : UsbKeys.of(Os.MAC, Path.of("/")).list()) {
            System.out.println("hidapi " + key);
        }
        try (UsbPipe pipe = keys.open(keys.list().get(0).path())) {
            pipe.write(Arrays.copyOf(INIT.toArray(), UsbPipe.PACKET_SIZE));
            Optional<byte[]> answer = pipe.read(5_000);
            System.out.println("answer " + answer.map(Bytes::of));
            System.out.println("silence " + pipe.read(250).isEmpty());
        }
    }
}

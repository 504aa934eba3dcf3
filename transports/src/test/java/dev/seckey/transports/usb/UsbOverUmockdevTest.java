package dev.seckey.transports.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.transports.real.RealParts;
import dev.seckey.transports.real.Rigs;
import dev.seckey.transports.virtual.PacketLink;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** hidapi itself, and the listing in /sys, in a process that sees a hidraw node of umockdev. */
class UsbOverUmockdevTest {
    /** CTAP 2.3 §11.2.9.1.3: the nonce, a new channel, then versions and capabilities. */
    private static final Bytes INIT_ANSWER = Bytes.fromHex("ffffffff 86 0011 a0a1a2a3a4a5a6a7 11223344 02 01 00 00 05");

    @TempDir
    private Path folder;

    @BeforeEach
    void realParts() {
        RealParts.require("umockdev");
    }

    @Test
    void aKeyIsListedOpenedAndAnswersAnInit() {
        BlockingQueue<Bytes> received = new LinkedBlockingQueue<>();
        Rigs.Result result;
        try (PacketLink link = PacketLink.listen(0, (packet, answers) -> {
            received.add(Bytes.of(packet));
            answers.send(padded(INIT_ANSWER));
        })) {
            new Thread(link, "software key").start();
            result = Rigs.run(new Rigs(folder).withHidraw(link.port(), Rigs.java(UsbProbe.class)));
        }

        assertEquals(0, result.status(), result.output());
        assertEquals(Bytes.of(padded(UsbProbe.INIT)), received.poll());
        List<String> listed =
                result.lines().stream().filter(line -> line.contains("KeyRef[")).toList();
        assertEquals(2, listed.size(), result.output());
        assertEquals("hidapi " + listed.get(0), listed.get(1), "both ways to list say the same");
        assertTrue(
                result.output()
                        .contains("path=/dev/hidraw0, product=Software FIDO Key, manufacturer=Test Maker,"
                                + " serial=Optional[SOFT0001]"),
                result.output());
        assertTrue(result.lines().contains("answer Optional[" + Bytes.of(padded(INIT_ANSWER)) + "]"), result.output());
        assertTrue(result.lines().contains("silence true"), result.output());
    }

    private static byte[] padded(Bytes packet) {
        return Arrays.copyOf(packet.toArray(), UsbPipe.PACKET_SIZE);
    }
}

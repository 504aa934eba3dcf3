package dev.seckey.transports.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.ctap2.fault.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offsets are those of include/uapi/linux/uhid.h. */
class UhidDeviceTest {
    private static final UhidDevice.Identity IDENTITY =
            new UhidDevice.Identity("Software FIDO Key", "SOFT0001", 0x1209, 0xF1D1);

    private static ByteBuffer in(byte[] event) {
        return ByteBuffer.wrap(event).order(ByteOrder.nativeOrder());
    }

    private static byte[] outputEvent(int size) {
        byte[] event = new byte[UhidEvent.SIZE];
        ByteBuffer fields = in(event).putInt(0, UhidEvent.OUTPUT);
        for (int i = 0; i < size; i++) {
            fields.put(4 + i, (byte) i);
        }
        fields.putShort(4 + 4096, (short) size);
        return event;
    }

    private static byte[] counting(int from) {
        byte[] packet = new byte[64];
        for (int i = 0; i < packet.length; i++) {
            packet[i] = (byte) (from + i);
        }
        return packet;
    }

    @Test
    void theDeviceIsMadeWithItsNameNumbersAndTheFidoDescriptor() {
        byte[] event = UhidEvent.create(IDENTITY);
        ByteBuffer fields = in(event);

        assertEquals(4380, event.length);
        assertEquals(11, fields.getInt(0));
        assertEquals(Bytes.utf8("Software FIDO Key\0"), Bytes.of(event, 4, 18));
        assertEquals(Bytes.utf8("SOFT0001\0"), Bytes.of(event, 4 + 128 + 64, 9));
        assertEquals(34, fields.getShort(260), "length of the descriptor");
        assertEquals(3, fields.getShort(262), "BUS_USB");
        assertEquals(0x1209, fields.getInt(264));
        assertEquals(0xF1D1, fields.getInt(268));
        assertEquals(Bytes.fromHex("06d0f10901"), Bytes.of(event, 280, 5));
    }

    @Test
    void aNameLongerThanItsFieldIsCut() {
        byte[] event = UhidEvent.create(new UhidDevice.Identity("n".repeat(300), "", 1, 2));

        assertEquals('n', event[4 + 126]);
        assertEquals(0, event[4 + 127]);
    }

    @Test
    void aPacketFromTheHostComesWithItsReportNumberOrWithout() {
        assertArrayEquals(counting(0), UhidEvent.output(outputEvent(64)).orElseThrow());
        assertArrayEquals(counting(1), UhidEvent.output(outputEvent(65)).orElseThrow());
        assertEquals(Optional.empty(), UhidEvent.output(outputEvent(8)));
    }

    @Test
    void aPacketForTheHostCarriesItsLength() {
        byte[] event = UhidEvent.input(counting(0));

        assertEquals(12, in(event).getInt(0));
        assertEquals(64, in(event).getShort(4));
        assertArrayEquals(counting(0), Arrays.copyOfRange(event, 6, 70));
    }

    @Test
    void featureReportsAreRefusedAtOnce() {
        byte[] request = new byte[UhidEvent.SIZE];
        in(request).putInt(0, UhidEvent.GET_REPORT).putInt(4, 77);
        byte[] refusal = UhidEvent.refusal(request);

        assertEquals(10, in(refusal).getInt(0));
        assertEquals(77, in(refusal).getInt(4));
        assertEquals(5, in(refusal).getShort(8), "EIO");
    }

    @Test
    void theDeviceIsPluggedInAndPulledOutByEvents(@TempDir Path folder) throws IOException {
        Path uhid = Files.createFile(folder.resolve("uhid"));
        UhidDevice device = UhidDevice.create(uhid, IDENTITY, (packet, answers) -> {});
        device.close();
        device.run();

        Bytes written = Bytes.of(Files.readAllBytes(uhid));
        assertEquals(Bytes.of(UhidEvent.create(IDENTITY)), written.slice(0, UhidEvent.SIZE));
        assertEquals(Bytes.of(UhidEvent.destroy()), written.from(UhidEvent.SIZE));
    }

    @Test
    void withoutUhidTheMessageSaysWhatToDo(@TempDir Path folder) {
        AccessFault fault = assertThrows(
                AccessFault.class, () -> UhidDevice.create(folder.resolve("uhid"), IDENTITY, (packet, answers) -> {}));

        assertEquals(Reason.ACCESS_DENIED, fault.reason());
        assertEquals(
                "on Linux, as root: modprobe uhid; elsewhere use a virtual reader instead",
                fault.hint().orElseThrow());
    }
}

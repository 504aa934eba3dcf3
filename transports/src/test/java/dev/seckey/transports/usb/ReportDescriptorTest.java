package dev.seckey.transports.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.seckey.ctap2.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDescriptorTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a security key, 06d0f10901a1010920150026ff007508954081020921150026ff00750895409102c0, true",
        "a page of four bytes, 07d0f100000901a101c0, true",
        "page and usage in one item of four bytes, 0b0100d0f1a101c0, true",
        "an unknown long item before it, fe02aabbcc06d0f10901a101c0, true",
        "a second collection, 05010906a101c006d0f10901a101c0, true",
        "a page pushed and popped, 06d0f1a40501b40901a101c0, true",
        "a keyboard, 05010906a1010507c0, false",
        "another usage of the page, 06d0f10902a101c0, false",
        "the FIDO page inside another collection, 05010906a10106d0f10901a101c0c0, false",
        "the FIDO page without a collection, 06d0f10901, false",
        "nothing, '', false"
    })
    void knowsAFidoDevice(String what, String descriptor, boolean fido) {
        assertEquals(fido, ReportDescriptor.isFido(Bytes.fromHex(descriptor).toArray()), what);
    }

    @Test
    void aDescriptorThatBreaksOffAnywhereIsNoFidoDeviceAndNoError() {
        Bytes whole = Bytes.fromHex("fe02aabbcc06d0f10901a101");
        for (int length = 0; length < whole.size(); length++) {
            assertFalse(ReportDescriptor.isFido(whole.slice(0, length).toArray()));
        }
    }
}

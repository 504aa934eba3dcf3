package dev.seckey.ctap2.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.ApduLengths;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.CtapNfc;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.KeepaliveListener;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both ends of both framings against each other, without a wire between them. */
class InProcessTest {
    private static final Exchange EXCHANGE = Exchange.within(Duration.ofSeconds(20));

    private final PuppetKey key = new PuppetKey();
    private final CancelToken cancel = new CancelToken();
    private SoftHidPipe hidPipe;
    private SoftApduPipe apduPipe;

    enum Way {
        USB,
        NFC_SHORT,
        NFC_EXTENDED
    }

    private CtapDevice open(Way way) {
        return switch (way) {
            case USB -> usb();
            case NFC_SHORT -> nfc(ApduLengths.SHORT);
            case NFC_EXTENDED -> nfc(ApduLengths.EXTENDED);
        };
    }

    private CtapHid usb() {
        hidPipe = new SoftHidPipe(key, Ticker.SYSTEM);
        return CtapHid.open(hidPipe, Trace.NONE, new SecureRandom(), EXCHANGE);
    }

    private CtapNfc nfc(ApduLengths lengths) {
        apduPipe = new SoftApduPipe(key);
        return CtapNfc.open(apduPipe, lengths, Trace.NONE, millis -> {});
    }

    private void unplug(Way way) {
        if (way == Way.USB) {
            hidPipe.unplug();
        } else {
            apduPipe.unplug();
        }
    }

    private Exchange hearing(KeepaliveListener listener) {
        return new Exchange(Deadline.after(Ticker.SYSTEM, Duration.ofSeconds(20)), cancel, listener, false);
    }

    @ParameterizedTest
    @EnumSource
    void messagesOfEveryLengthComeBackWhole(Way way) {
        try (CtapDevice device = open(way)) {
            for (int size : List.of(1, 57, 58, 116, 117, 239, 240, 241, 255, 256, 257, 480, 1024, 7607)) {
                Bytes request = Bytes.ofInts(0x04).plus(Bytes.of(new byte[size - 1]));
                assertEquals(Bytes.ofInts(0).plus(request), device.cbor(request, EXCHANGE), size + " bytes");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void u2fGoesThrough(Way way) {
        Bytes version = Bytes.fromHex("00030000000000");
        try (CtapDevice device = open(way)) {
            assertEquals(version.plus(Bytes.fromHex("9000")), device.u2f(version, EXCHANGE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTouchIsAskedForAndGiven(Way way) {
        key.say(Keepalive.USER_PRESENCE_NEEDED);
        try (CtapDevice device = open(way)) {
            Bytes answer = device.cbor(PuppetKey.SELECTION, hearing(state -> key.finish()));
            assertEquals(Bytes.ofInts(0), answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCancelReachesTheKeyAndItsLastWordComesBack(Way way) {
        key.say(Keepalive.USER_PRESENCE_NEEDED);
        try (CtapDevice device = open(way)) {
            assertEquals(PuppetKey.CANCELLED, device.cbor(PuppetKey.SELECTION, hearing(state -> cancel.cancel())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyPulledOutWhileItWaitsIsReportedAsRemoved(Way way) {
        key.say(Keepalive.USER_PRESENCE_NEEDED);
        try (CtapDevice device = open(way)) {
            Exchange unplugged = hearing(state -> unplug(way));
            TransportFault fault =
                    assertThrows(TransportFault.class, () -> device.cbor(PuppetKey.SELECTION, unplugged));

            assertEquals(Reason.KEY_REMOVED, fault.reason());
            assertEquals(1, key.powerCycles.get());
        }
        try (CtapDevice again = open(way)) {
            Bytes getInfo = Bytes.ofInts(0x04);
            assertEquals(Bytes.fromHex("0004"), again.cbor(getInfo, EXCHANGE));
        }
    }

    @Test
    void pingAndWinkGoThrough() {
        try (CtapHid device = usb()) {
            Bytes data = Bytes.of(new byte[1000]);
            assertEquals(data, device.ping(data, EXCHANGE));
            device.wink(EXCHANGE);
        }
    }
}

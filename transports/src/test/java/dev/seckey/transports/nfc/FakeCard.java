package dev.seckey.transports.nfc;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.transports.virtual.CardServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A card with four fixed answers that notes what its reader orders. */
final class FakeCard implements CardServer {
    /** Answered with 256 bytes and 61FF: there is more. */
    static final Bytes LONG_ANSWER = Bytes.fromHex("80 10 00 00 01 04 00");
    /** Answered with 9100: NFCCTAP_GETRESPONSE, CTAP 2.3 §11.3.7.1. */
    static final Bytes BUSY = Bytes.fromHex("80 10 80 00 01 04 00");
    /** Answered with 8000 bytes at once. */
    static final Bytes EXTENDED = Bytes.fromHex("80 10 00 00 00 0001 04 0000");

    private static final int EXTENDED_SIZE = 8_000;

    private final List<String> orders = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeAnswer = () -> {};

    void beforeAnswer(Runnable action) {
        beforeAnswer = action;
    }

    List<String> orders() {
        return orders;
    }

    @Override
    public byte[] transmit(byte[] apdu) {
        beforeAnswer.run();
        Bytes command = Bytes.of(apdu);
        if (command.equals(NfcProbe.SELECT)) {
            return Bytes.utf8("FIDO_2_0").plus(Bytes.fromHex("9000")).toArray();
        }
        if (command.equals(LONG_ANSWER)) {
            return Bytes.of(new byte[256]).plus(Bytes.fromHex("61FF")).toArray();
        }
        if (command.equals(BUSY)) {
            return Bytes.fromHex("02 9100").toArray();
        }
        if (command.equals(EXTENDED)) {
            return Bytes.of(new byte[EXTENDED_SIZE]).plus(Bytes.fromHex("9000")).toArray();
        }
        return Bytes.fromHex("6D00").toArray();
    }

    /** T=1, as contactless readers make it up (PC/SC part 3 §3.1.3.2.3). */
    @Override
    public byte[] atr() {
        return Bytes.fromHex("3B 80 80 01 01").toArray();
    }

    @Override
    public void powerOn() {
        orders.add("on");
    }

    @Override
    public void powerOff() {
        orders.add("off");
    }

    @Override
    public void reset() {
        orders.add("reset");
    }
}

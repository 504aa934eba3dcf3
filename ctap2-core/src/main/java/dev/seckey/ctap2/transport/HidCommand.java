package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Numbered;
import java.util.Optional;

/** What a CTAPHID message is about (CTAP 2.3 §11.2.9). Makers have 0x40 to 0x7F for their own. */
public enum HidCommand implements Numbered {
    PING(0x01),
    /** A U2F message. */
    MSG(0x03),
    LOCK(0x04),
    INIT(0x06),
    WINK(0x08),
    /** A CTAP2 message. */
    CBOR(0x10),
    CANCEL(0x11),
    KEEPALIVE(0x3B),
    ERROR(0x3F);

    public static final int FIRST_VENDOR = 0x40;
    public static final int LAST_VENDOR = 0x7F;

    private final int number;

    HidCommand(int number) {
        this.number = number;
    }

    public static Optional<HidCommand> of(int number) {
        return Numbered.find(values(), number);
    }

    /** Without the high bit that marks a first packet. */
    @Override
    public int number() {
        return number;
    }
}

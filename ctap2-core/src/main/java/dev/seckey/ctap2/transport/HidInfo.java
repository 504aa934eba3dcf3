package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;

/**
 * What a device says of itself when a channel is opened (CTAP 2.3 §11.2.9.1.3).
 *
 * @param protocolVersion 2 on all devices so far
 * @param deviceVersion three bytes, whose meaning is the maker's
 * @param capabilities flags; those that are not assigned survive
 */
public record HidInfo(int protocolVersion, Bytes deviceVersion, int capabilities) {
    public static final int WINK = 0x01;
    public static final int CBOR = 0x04;
    public static final int NO_MSG = 0x08;

    /** Bytes in the answer to INIT: nonce (8), channel (4) and the five that stand here. */
    static final int INIT_ANSWER = 17;

    static HidInfo from(Bytes initAnswer) {
        if (initAnswer.size() < INIT_ANSWER) {
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "the key's answer to INIT is too short");
        }
        return new HidInfo(initAnswer.at(12), initAnswer.slice(13, 16), initAnswer.at(16));
    }

    public boolean canWink() {
        return (capabilities & WINK) != 0;
    }

    public boolean speaksCtap2() {
        return (capabilities & CBOR) != 0;
    }

    public boolean speaksU2f() {
        return (capabilities & NO_MSG) == 0;
    }
}

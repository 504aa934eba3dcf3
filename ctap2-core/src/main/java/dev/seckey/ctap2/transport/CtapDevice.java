package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;

/**
 * An authenticator at the other end of some transport: a message goes down, an answer comes up. One thread at a time.
 * Implementations never repeat a message whose answer was lost, because most commands must not run twice; they repeat
 * only what the authenticator refused for being busy.
 */
public interface CtapDevice extends AutoCloseable {
    /**
     * Sends a CTAP2 message.
     *
     * @param request the command byte and its CBOR parameters
     * @return the status byte and the CBOR of the answer, as they came: at least one byte
     * @throws dev.seckey.ctap2.fault.TransportFault if no answer arrives
     */
    Bytes cbor(Bytes request, Exchange exchange);

    /**
     * Sends a U2F (CTAP1) message.
     *
     * @param apdu an ISO 7816 command with extended length, as the U2F raw message format has it
     * @return the answer and its two status bytes
     * @throws dev.seckey.ctap2.fault.TransportFault if no answer arrives
     */
    Bytes u2f(Bytes apdu, Exchange exchange);

    /** How the device is reached. */
    Transport transport();

    /** Does not throw; what was in progress is lost. */
    @Override
    void close();
}

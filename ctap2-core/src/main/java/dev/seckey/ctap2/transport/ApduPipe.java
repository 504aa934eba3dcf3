package dev.seckey.ctap2.transport;

/** A path for APDUs to and from one card. One thread at a time. */
public interface ApduPipe extends AutoCloseable {
    /**
     * Sends a command APDU and waits for the answer, however long that takes: cards keep the reader informed themselves,
     * and those that can wait for a touch answer 9100 meanwhile.
     *
     * @param command a whole command APDU
     * @return the answer: data, if any, and two status bytes
     * @throws dev.seckey.ctap2.fault.TransportFault if the card is gone
     */
    byte[] transmit(byte[] command);

    @Override
    void close();
}

package dev.seckey.transports.virtual;

/** A card, as its reader sees it. One call at a time. */
public interface CardServer {
    /**
     * @param apdu a whole command APDU
     * @return the answer with its two status bytes: 2 to 65535 bytes; none if it got lost on its way
     */
    byte[] transmit(byte[] apdu);

    /** The answer to reset, by which a reader knows a card: 2 to 33 bytes. */
    byte[] atr();

    void powerOn();

    void powerOff();

    void reset();
}

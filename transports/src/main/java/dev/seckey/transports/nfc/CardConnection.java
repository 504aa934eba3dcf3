package dev.seckey.transports.nfc;

import javax.smartcardio.CardException;

/** A card as PC/SC sees it. Every method may block without limit and heeds no interrupt; one thread alone calls them. */
interface CardConnection {
    void open() throws CardException;

    /**
     * @param command a whole command APDU
     * @return what the card answered to this one APDU, unchanged; shorter than two bytes if it was gone
     */
    byte[] transmit(byte[] command) throws CardException;

    /** Works on a connection that never opened, too. */
    void close() throws CardException;
}

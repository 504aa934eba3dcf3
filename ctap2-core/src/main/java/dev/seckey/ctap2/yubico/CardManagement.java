package dev.seckey.ctap2.yubico;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.CardLink;
import dev.seckey.ctap2.transport.CommandApdu;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.transport.StatusWord;

/** Management over a reader, or over the card interface of a key on USB: an application of its own. */
public final class CardManagement implements ManagementLink {
    public static final Bytes AID = Bytes.fromHex("A000000527471117");

    /** With the page in P1. */
    public static final int READ_CONFIG = 0x1D;

    public static final int WRITE_CONFIG = 0x1C;

    private static final int BY_NAME = 0x04;
    private static final int SHORT_MOST = 256;

    private final CardLink card;

    private CardManagement(CardLink card) {
        this.card = card;
    }

    /** Selects the application; whatever was selected before is not any more. */
    public static CardManagement select(CardLink card) {
        ResponseApdu answer =
                card.exchange(new CommandApdu(0, CommandApdu.SELECT, BY_NAME, 0, AID, SHORT_MOST, false), false);
        if (answer.is(StatusWord.NOT_FOUND)) {
            throw new TransportFault(Reason.UNSUPPORTED, "this card has no YubiKey management (status word 6A82)");
        }
        answer.require();
        return new CardManagement(card);
    }

    @Override
    public Bytes read(int page) {
        return card.exchange(new CommandApdu(0, READ_CONFIG, page, 0, Bytes.EMPTY, SHORT_MOST, false), false)
                .require();
    }

    @Override
    public void write(Bytes config) {
        card.exchange(new CommandApdu(0, WRITE_CONFIG, 0, 0, config, SHORT_MOST, false), true)
                .require();
    }
}

package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.fault.Reason;

/** The two bytes that end a card's answer (ISO 7816-4; U2F raw message formats §3.3; CTAP 2.3 §11.3), in words. */
public enum StatusWord {
    OK(0x9000, Reason.KEY_REFUSED, "success"),
    /** CTAP2 over NFC: the request is not done yet. */
    IN_PROGRESS(0x9100, Reason.KEY_BUSY, "the key is still at work"),
    /** Any of 6100 to 61FF: so many bytes wait, 00 standing for 256 or more. */
    MORE_DATA(0x6100, Reason.TRANSPORT_BROKEN, "the key's answer is not whole"),
    WRONG_LENGTH(0x6700, Reason.TRANSPORT_BROKEN, "the key did not accept the length of the message"),
    CHAINING_NOT_SUPPORTED(0x6884, Reason.UNSUPPORTED, "the key does not take messages in pieces"),
    SECURITY_NOT_SATISFIED(0x6982, Reason.KEY_REFUSED, "the key does not allow this now"),
    /** In U2F: a touch is missing. */
    CONDITIONS_NOT_SATISFIED(0x6985, Reason.KEY_REFUSED, "the key's conditions for this are not met"),
    /** In U2F: the key handle is not this key's. */
    WRONG_DATA(0x6A80, Reason.KEY_REFUSED, "the key refused the data"),
    NOT_FOUND(0x6A82, Reason.UNSUPPORTED, "no such application on this card"),
    WRONG_PARAMETERS(0x6A86, Reason.KEY_REFUSED, "the key refused a parameter"),
    INS_NOT_SUPPORTED(0x6D00, Reason.UNSUPPORTED, "the key does not know this command"),
    CLA_NOT_SUPPORTED(0x6E00, Reason.UNSUPPORTED, "the key does not know this kind of command"),
    /** Any number that is not one of these. */
    OTHER(0x6F00, Reason.KEY_REFUSED, "the key reports an error");

    private final int number;
    private final Reason reason;
    private final String meaning;

    StatusWord(int number, Reason reason, String meaning) {
        this.number = number;
        this.reason = reason;
        this.meaning = meaning;
    }

    /** The number itself survives in {@link ResponseApdu#status}. */
    public static StatusWord of(int number) {
        for (StatusWord word : values()) {
            if (word.number == number) {
                return word;
            }
        }
        return number >>> 8 == MORE_DATA.number >>> 8 ? MORE_DATA : OTHER;
    }

    public int number() {
        return number;
    }

    public Reason reason() {
        return reason;
    }

    /** One clause in lower case, for a person. */
    public String meaning() {
        return meaning;
    }
}

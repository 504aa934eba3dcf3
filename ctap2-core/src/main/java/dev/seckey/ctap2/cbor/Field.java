package dev.seckey.ctap2.cbor;

import com.upokecenter.cbor.CBORObject;
import java.util.HexFormat;

/**
 * A member of a CBOR map: its key (a number in CTAP, a text in WebAuthn and COSE), the specification's name for it, and
 * the type of its value.
 */
public final class Field<T> {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final CBORObject key;
    private final String name;
    private final String label;
    private final CborType<T> type;

    private Field(CBORObject key, String name, String label, CborType<T> type) {
        this.key = key;
        this.name = name;
        this.label = label;
        this.type = type;
    }

    /** @param key one byte, if it is not negative, as all keys are */
    public static <T> Field<T> of(int key, String name, CborType<T> type) {
        String number = key < 0 ? Integer.toString(key) : "0x" + HEX.toHexDigits((byte) key);
        return new Field<>(CBORObject.FromObject(key), name, name + " (" + number + ")", type);
    }

    /** A member whose key is its name. */
    public static <T> Field<T> of(String name, CborType<T> type) {
        return new Field<>(CBORObject.FromObject(name), name, name, type);
    }

    public String name() {
        return name;
    }

    CBORObject key() {
        return key;
    }

    CborType<T> type() {
        return type;
    }

    /** For messages: the name, and the key where that is a number. */
    @Override
    public String toString() {
        return label;
    }
}

package dev.seckey.ctap2.cbor;

import com.upokecenter.cbor.CBORObject;

/**
 * A member of a CBOR map: its key (a number in CTAP, a text in WebAuthn and COSE), the specification's name for it, and
 * the type of its value.
 */
public final class Field<T> {
    private final CBORObject key;
    private final String name;
    private final CborType<T> type;

    private Field(CBORObject key, String name, CborType<T> type) {
        this.key = key;
        this.name = name;
        this.type = type;
    }

    public static <T> Field<T> of(int key, String name, CborType<T> type) {
        return new Field<>(CBORObject.FromObject(key), name, type);
    }

    /** A member whose key is its name. */
    public static <T> Field<T> of(String name, CborType<T> type) {
        return new Field<>(CBORObject.FromObject(name), name, type);
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
        return key.isNumber() ? name + " (" + number(key.AsInt32Value()) + ")" : name;
    }

    private static String number(int key) {
        return key < 0 ? Integer.toString(key) : String.format("0x%02X", key);
    }
}

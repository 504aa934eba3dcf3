package dev.seckey.ctap2.cbor;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import com.upokecenter.numbers.EInteger;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** How a Java value stands in CBOR, and back. */
public final class CborType<T> {
    public static final CborType<CborItem> ANY = new CborType<>("item", node -> true, CborItem::new, CborItem::node);

    public static final CborType<String> TEXT = new CborType<>(
            "text",
            node -> node.getType() == CBORType.TextString,
            CBORObject::AsString,
            text -> CBORObject.FromObject(text));

    public static final CborType<Bytes> BYTES = new CborType<>(
            "byte string",
            node -> node.getType() == CBORType.ByteString,
            node -> Bytes.of(node.GetByteString()),
            bytes -> CBORObject.FromObject(bytes.toArray()));

    public static final CborType<Boolean> BOOL = new CborType<>(
            "boolean",
            node -> node.getType() == CBORType.Boolean,
            CBORObject::AsBoolean,
            flag -> CBORObject.FromObject(flag.booleanValue()));

    /** A whole number of up to 63 bits and a sign. */
    public static final CborType<Long> LONG = new CborType<>(
            "integer",
            CborType::isLong,
            node -> node.AsInt64Value(),
            number -> CBORObject.FromObject(number.longValue()));

    /** A whole number from -2147483648 to 2147483647. */
    public static final CborType<Integer> INT = new CborType<>(
            "integer",
            node -> isLong(node) && node.CanValueFitInInt32(),
            CBORObject::AsInt32Value,
            number -> CBORObject.FromObject(number.intValue()));

    /** A whole number from 0 to 2147483647: sizes, counts, enumerations. */
    public static final CborType<Integer> UNSIGNED = new CborType<>(
            "unsigned integer",
            node -> INT.fits(node) && node.AsInt32Value() >= 0,
            CBORObject::AsInt32Value,
            number -> CBORObject.FromObject(number.intValue()));

    /** A whole number from 0 to 2^64-1: identifiers drawn at random. */
    public static final CborType<BigInteger> UINT64 = new CborType<>(
            "unsigned integer",
            node -> node.getType() == CBORType.Integer && node.AsEIntegerValue().signum() >= 0,
            node -> new BigInteger(node.AsEIntegerValue().ToBytes(false)),
            number -> CBORObject.FromObject(EInteger.FromBytes(number.toByteArray(), false)));

    public static final CborType<CborMap> MAP =
            new CborType<>("map", node -> node.getType() == CBORType.Map, CborMap::new, CborMap::node);

    /** Reads a value of the right type; {@code what} names it where something inside it is wrong. */
    private interface Reader<T> {
        T read(CBORObject node, String what);
    }

    private final String name;
    private final Predicate<CBORObject> fits;
    private final Reader<T> read;
    private final Function<T, CBORObject> write;

    private CborType(
            String name, Predicate<CBORObject> fits, Function<CBORObject, T> read, Function<T, CBORObject> write) {
        this(name, fits, (node, what) -> read.apply(node), write);
    }

    private CborType(String name, Predicate<CBORObject> fits, Reader<T> read, Function<T, CBORObject> write) {
        this.name = name;
        this.fits = fits;
        this.read = read;
        this.write = write;
    }

    /** An array of which every element has this type. */
    public static <E> CborType<List<E>> list(CborType<E> element) {
        return new CborType<>(
                "array of " + element.name,
                node -> node.getType() == CBORType.Array,
                (node, what) -> {
                    List<E> all = new ArrayList<>();
                    for (CBORObject each : node.getValues()) {
                        all.add(element.read(each, what + "[" + all.size() + "]"));
                    }
                    return List.copyOf(all);
                },
                all -> {
                    CBORObject array = CBORObject.NewArray();
                    all.forEach(each -> array.Add(element.write(each)));
                    return array;
                });
    }

    /** A map from text to values of one type, in the order in which it came. */
    public static <V> CborType<Map<String, V>> textMap(CborType<V> value) {
        return new CborType<>(
                "map of text to " + value.name,
                node -> node.getType() == CBORType.Map,
                (node, what) -> {
                    Map<String, V> all = new LinkedHashMap<>();
                    for (Map.Entry<CBORObject, CBORObject> each : node.getEntries()) {
                        String key = TEXT.read(each.getKey(), "a key of " + what);
                        all.put(key, value.read(each.getValue(), what + "." + key));
                    }
                    return Collections.unmodifiableMap(all);
                },
                all -> {
                    CBORObject map = CBORObject.NewOrderedMap();
                    all.forEach((key, each) -> map.set(key, value.write(each)));
                    return map;
                });
    }

    /** The same form in CBOR, another value in Java. */
    public <U> CborType<U> as(Function<T, U> in, Function<U, T> out) {
        return new CborType<>(
                name, fits, (node, what) -> in.apply(read.read(node, what)), value -> write.apply(out.apply(value)));
    }

    /** A value on its own, in CTAP2 canonical form. */
    public Bytes encode(T value) {
        return Canonical.encode(write(value));
    }

    boolean fits(CBORObject node) {
        return fits.test(node);
    }

    T read(CBORObject node, String what) {
        if (!fits(node)) {
            throw new MalformedFault(
                    CtapStatus.CBOR_UNEXPECTED_TYPE, what + " should be of type " + name + " and is not");
        }
        return read.read(node, what);
    }

    CBORObject write(T value) {
        return write.apply(value);
    }

    private static boolean isLong(CBORObject node) {
        return node.getType() == CBORType.Integer && node.CanValueFitInInt64();
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.seckey.ctap2.cbor;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.Arrays;
import java.util.List;

/** Encoding and decoding of whole CBOR items (CTAP 2.3 §8). */
public final class Cbor {
    /** Longest input taken, in bytes: far above any CTAP message (7,609). */
    public static final int MAX_SIZE = 1 << 20;

    private static final CBOREncodeOptions LENIENT = new CBOREncodeOptions("allowduplicatekeys=false");

    private Cbor() {}

    /**
     * What came in.
     *
     * @param deviations what is not in canonical form, each in a few words; empty if all is
     */
    public record Decoded<T>(T value, List<String> deviations) {}

    /** One item at the start of a longer row of bytes. */
    public record Prefix<T>(T value, int length) {}

    /**
     * A map that fills the whole input.
     *
     * @throws MalformedFault if the input is anything else
     */
    public static Decoded<CborMap> decodeMap(byte[] in) {
        Decoded<CborItem> item = decode(in);
        return new Decoded<>(asMap(item.value()), item.deviations());
    }

    public static CborMap decodeMap(Bytes in) {
        return decodeMap(in.toArray()).value();
    }

    /** Any item that fills the whole input. */
    public static Decoded<CborItem> decode(byte[] in) {
        Shape.Walked walked = walk(in, 0);
        if (walked.end() != in.length) {
            throw new MalformedFault(
                    CtapStatus.INVALID_CBOR,
                    "not valid CBOR: " + (in.length - walked.end()) + " bytes follow after its end");
        }
        return new Decoded<>(new CborItem(build(in)), walked.deviations());
    }

    /** A map at {@code from}, whatever follows it, as in authenticator data. */
    public static Prefix<CborMap> decodeMapPrefix(Bytes bytes, int from) {
        byte[] in = bytes.toArray();
        int end = walk(in, from).end();
        CborItem item = new CborItem(build(Arrays.copyOfRange(in, from, end)));
        return new Prefix<>(asMap(item), end - from);
    }

    private static CborMap asMap(CborItem item) {
        return CborType.MAP.read(item.node(), "the message");
    }

    private static Shape.Walked walk(byte[] in, int from) {
        if (in.length > MAX_SIZE) {
            throw new MalformedFault(CtapStatus.INVALID_LENGTH, "a message of " + in.length + " bytes is too long");
        }
        return Shape.walk(in, from);
    }

    private static CBORObject build(byte[] in) {
        try {
            return CBORObject.DecodeFromBytes(in, LENIENT);
        } catch (CBORException e) {
            throw new MalformedFault(CtapStatus.INVALID_CBOR, "not valid CBOR: " + e.getMessage(), e);
        }
    }
}

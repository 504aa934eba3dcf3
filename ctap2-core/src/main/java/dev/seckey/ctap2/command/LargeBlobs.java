package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.Optional;

/**
 * authenticatorLargeBlobs (0x0C), CTAP 2.3 §6.10: reads or writes a fragment of the serialized large-blob array.
 *
 * @param get bytes to read, at most maxMsgSize - 64
 * @param set bytes to write
 * @param offset where in the array, in bytes
 * @param length of the whole array, in the first fragment of a write
 */
public record LargeBlobs(
        Optional<Integer> get, Optional<Bytes> set, int offset, Optional<Integer> length, Optional<PinUvAuth> pinUvAuth)
        implements Command<LargeBlobs.Fragment> {
    private static final Field<Integer> GET = Field.of(0x01, "get", UNSIGNED);
    private static final Field<Bytes> SET = Field.of(0x02, "set", BYTES);
    private static final Field<Integer> OFFSET = Field.of(0x03, "offset", UNSIGNED);
    private static final Field<Integer> LENGTH = Field.of(0x04, "length", UNSIGNED);
    private static final Field<Bytes> PIN_UV_AUTH_PARAM = Field.of(0x05, "pinUvAuthParam", BYTES);
    private static final Field<Integer> PIN_UV_AUTH_PROTOCOL = Field.of(0x06, "pinUvAuthProtocol", UNSIGNED);

    public static final Field<Bytes> CONFIG = Field.of(0x01, "config", BYTES);

    /** What was read; empty after a write. */
    public record Fragment(Bytes config) {}

    public static LargeBlobs read(int offset, int count) {
        return new LargeBlobs(Optional.of(count), Optional.empty(), offset, Optional.empty(), Optional.empty());
    }

    /** @param length of the whole array; only with offset 0 */
    public static LargeBlobs write(int offset, Bytes fragment, Optional<Integer> length) {
        return new LargeBlobs(Optional.empty(), Optional.of(fragment), offset, length, Optional.empty());
    }

    public LargeBlobs with(PinUvAuth auth) {
        return new LargeBlobs(get, set, offset, length, Optional.of(auth));
    }

    /** What pinUvAuthParam is over: 32 x FF, 0C 00, the offset in little endian, and the fragment's hash (§6.10.2). */
    public Bytes authenticated() {
        Bytes prefix = Bytes.fromHex("ff".repeat(32) + "0c00");
        Bytes at = Bytes.ofInts(offset, offset >> 8, offset >> 16, offset >> 24);
        return Bytes.concat(prefix, at, set.orElse(Bytes.EMPTY).sha256());
    }

    /** The authenticator's side. */
    public static LargeBlobs from(CborMap in) {
        return new LargeBlobs(
                in.find(GET),
                in.find(SET),
                in.find(OFFSET)
                        .orElseThrow(() ->
                                new MalformedFault(CtapStatus.INVALID_PARAMETER, OFFSET + " is missing")), // step 1
                in.find(LENGTH),
                auth(in));
    }

    /** Half a proof is none; but to a read that is too much. */
    private static Optional<PinUvAuth> auth(CborMap in) {
        return PinUvAuth.from(in, PIN_UV_AUTH_PARAM, PIN_UV_AUTH_PROTOCOL)
                .or(() -> in.has(GET)
                        ? in.find(PIN_UV_AUTH_PROTOCOL).map(protocol -> new PinUvAuth(Bytes.EMPTY, protocol))
                        : Optional.empty());
    }

    @Override
    public CommandCode code() {
        return CommandCode.LARGE_BLOBS;
    }

    @Override
    public Optional<CborMap> parameters() {
        return Optional.of(CborMap.builder()
                .put(GET, get)
                .put(SET, set)
                .put(OFFSET, offset)
                .put(LENGTH, length)
                .put(PIN_UV_AUTH_PARAM, pinUvAuth.map(PinUvAuth::param))
                .put(PIN_UV_AUTH_PROTOCOL, pinUvAuth.map(PinUvAuth::protocol))
                .build());
    }

    @Override
    public Fragment decode(Cbor.Decoded<CborMap> response) {
        return new Fragment(response.value().get(CONFIG, Bytes.EMPTY));
    }
}

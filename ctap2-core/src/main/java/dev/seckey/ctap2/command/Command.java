package dev.seckey.ctap2.command;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import java.util.Optional;

/**
 * A CTAP2 request that knows what its answer is (CTAP 2.3 §8).
 *
 * @param <R> the response
 */
public interface Command<R> {
    CommandCode code();

    /** Absent where the command has none. */
    Optional<CborMap> parameters();

    /** Reads a successful answer; commands that answer nothing get an empty map. */
    R decode(Cbor.Decoded<CborMap> response);

    /** Whether request or response hold anything of a PIN, a token or a shared secret: such are not traced. */
    default boolean carriesSecrets() {
        return false;
    }

    /** The command byte and its parameters, ready to be framed. */
    default Bytes encode() {
        Bytes code = Bytes.ofInts(code().number());
        return parameters().map(map -> code.plus(map.encode())).orElse(code);
    }
}

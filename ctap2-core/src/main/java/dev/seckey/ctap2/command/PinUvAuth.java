package dev.seckey.ctap2.command;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import java.util.Optional;

/**
 * Proof that the sender holds a PIN/UV auth token (CTAP 2.3 §6.5.5).
 *
 * @param param 16 bytes under protocol one, 32 under protocol two; empty where only a touch is asked for (§6.1.2 step 1)
 * @param protocol 1 or 2; 0 where a request names none
 */
public record PinUvAuth(Bytes param, int protocol) {
    /** The authenticator's side: whoever names a protocol alone proves nothing. */
    static Optional<PinUvAuth> from(CborMap in, Field<Bytes> param, Field<Integer> protocol) {
        return in.find(param).map(octets -> new PinUvAuth(octets, in.get(protocol, 0)));
    }
}

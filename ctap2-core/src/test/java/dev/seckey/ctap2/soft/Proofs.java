package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.model.Permission;
import java.util.Optional;

/** What stands in requests that manage a key for the PIN's owner, or pretends to. */
final class Proofs {
    static final PinUvAuth FORGED = new PinUvAuth(Bytes.of(new byte[32]), 2);
    static final PinUvAuth OF_NO_PROTOCOL = new PinUvAuth(Bytes.of(new byte[32]), 0);
    static final PinUvAuth OF_PROTOCOL_3 = new PinUvAuth(Bytes.of(new byte[32]), 3);

    private Proofs() {}

    /** With a token for this alone. */
    static PinUvAuth of(KeyInHand key, Permission permission, Optional<String> rpId, Bytes message) {
        PinClient client = new PinClient(key, 2);
        return client.proof(client.token(client.withPermissions(PIN, permission.bit(), rpId)), message);
    }

    static PinUvAuth of(KeyInHand key, Permission permission, Bytes message) {
        return of(key, permission, Optional.empty(), message);
    }

    static void setPin(KeyInHand key) {
        key.send(new PinClient(key, 2).set(PIN));
    }
}

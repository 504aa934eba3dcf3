package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import java.util.Optional;

/** What a discoverable credential holds beyond its key. */
record Account(RelyingParty rp, UserEntity user, Optional<Bytes> credBlob) {
    Account with(UserEntity other) {
        return new Account(rp, other, credBlob);
    }
}

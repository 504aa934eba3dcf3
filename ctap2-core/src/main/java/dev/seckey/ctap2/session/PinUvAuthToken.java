package dev.seckey.ctap2.session;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.pinuv.EncryptedMember;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import java.util.Optional;

/** A token that proves the PIN for a short while (CTAP 2.3 §6.5.2.1): use it within 19.8 s, once for each touch. */
public final class PinUvAuthToken implements AutoCloseable {
    private final PinUvAuthProtocol protocol;
    private final Secret token;

    PinUvAuthToken(PinUvAuthProtocol protocol, Secret token) {
        this.protocol = protocol;
        this.token = token;
    }

    /** The proof for this message. */
    public PinUvAuth authenticate(Bytes message) {
        return new PinUvAuth(protocol.authenticate(token, message.toArray()), protocol.number());
    }

    /** Reads a member of getInfo that is meant for holders of this token, if it is a persistent one. */
    public Optional<Bytes> decrypt(Field<Bytes> member, AuthenticatorInfo info) {
        return info.members().find(member).flatMap(value -> EncryptedMember.decrypt(token, member.name(), value));
    }

    @Override
    public void close() {
        token.close();
    }
}

package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.pinuv.EncryptedMember;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;

/**
 * The persistent PIN/UV auth token, and what getInfo tells only to who holds it (CTAP 2.3 §6.4, encIdentifier and
 * encCredStoreState; §6.5.5.7, pcmr). It lives until the PIN is changed or the key reset.
 */
final class PersistentToken implements Kept {
    private static final int SIZE = 32;
    private static final int BLOCK = 16;
    private static final Field<Bytes> TOKEN = Field.of("token", CborType.BYTES);
    private static final Field<Bytes> IDENTIFIER = Field.of("identifier", CborType.BYTES);

    private final Environment environment;
    private Secret token = Secret.taking(new byte[0]);
    private Bytes identifier = Bytes.EMPTY;

    PersistentToken(Environment environment) {
        this.environment = environment;
        reset();
    }

    void reset() {
        identifier = Bytes.random(environment.random(), BLOCK);
        renew();
    }

    /** Makes the token that is out in the world worthless. */
    void renew() {
        token.close();
        token = Secret.random(environment.random(), SIZE);
    }

    /** The live secret, lent for encryption only. */
    Secret lend() {
        return token;
    }

    boolean verifies(PinUvAuth auth, Bytes message) {
        return PinUvAuthProtocol.of(auth.protocol())
                .filter(protocol -> protocol.verify(token, message.toArray(), auth.param()))
                .isPresent();
    }

    Bytes encIdentifier() {
        return encrypt("encIdentifier", identifier);
    }

    /** @param state 16 bytes that change with the credentials */
    Bytes encCredStoreState(Bytes state) {
        return encrypt("encCredStoreState", state);
    }

    private Bytes encrypt(String name, Bytes block) {
        return EncryptedMember.encrypt(token, name, Bytes.random(environment.random(), BLOCK), block);
    }

    @Override
    public CborMap save() {
        return CborMap.builder()
                .put(TOKEN, Bytes.of(token.expose()))
                .put(IDENTIFIER, identifier)
                .build();
    }

    @Override
    public void restore(CborMap saved) {
        token.close();
        token = Secret.taking(saved.require(TOKEN).toArray());
        identifier = saved.require(IDENTIFIER);
    }
}

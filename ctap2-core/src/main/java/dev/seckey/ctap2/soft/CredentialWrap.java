package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Algorithm;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Credential ids that hold their own private key, so that a credential which is not discoverable takes no room: nonce,
 * then AES-256-GCM of the algorithm and the key, bound to the relying party. U2F key handles are of the same kind.
 */
final class CredentialWrap {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int PLAIN = 1 + 32;

    /** Bytes of every credential id. */
    static final int SIZE = NONCE + PLAIN + TAG_BITS / 8;

    private final KeyParameter masterKey;

    /** @param masterKey 32 bytes; another one makes all earlier ids strange */
    CredentialWrap(Bytes masterKey) {
        this.masterKey = new KeyParameter(masterKey.toArray());
    }

    Bytes wrap(SigningKey key, Bytes rpIdHash, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        Bytes plain = Bytes.ofInts(key.algorithm().ordinal()).plus(key.secret());
        return Bytes.of(nonce).plus(run(true, Bytes.of(nonce), plain, rpIdHash).orElseThrow());
    }

    /** Empty if the id is not one of this authenticator's for this relying party. */
    Optional<SigningKey> unwrap(Bytes id, Bytes rpIdHash) {
        if (id.size() != SIZE) {
            return Optional.empty();
        }
        return run(false, id.slice(0, NONCE), id.from(NONCE), rpIdHash)
                .map(plain -> SigningKey.of(Algorithm.values()[plain.at(0)], plain.from(1)));
    }

    private Optional<Bytes> run(boolean encrypt, Bytes nonce, Bytes in, Bytes bound) {
        GCMModeCipher gcm = GCMBlockCipher.newInstance(AESEngine.newInstance());
        gcm.init(encrypt, new AEADParameters(masterKey, TAG_BITS, nonce.toArray(), bound.toArray()));
        byte[] out = new byte[gcm.getOutputSize(in.size())];
        try {
            int length = gcm.processBytes(in.toArray(), 0, in.size(), out, 0);
            gcm.doFinal(out, length);
            return Optional.of(Bytes.of(out));
        } catch (InvalidCipherTextException e) {
            return Optional.empty();
        }
    }
}

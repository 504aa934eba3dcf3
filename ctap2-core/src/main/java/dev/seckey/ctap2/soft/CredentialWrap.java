package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Algorithm;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Credential ids that hold their own private key, so that a credential which is not discoverable takes no room: nonce,
 * then AES-256-GCM of algorithm, traits and key, bound to the relying party. U2F key handles are of the same kind. What
 * else a credential keeps secret follows from its id and the master key.
 */
final class CredentialWrap {
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int HEADER = 3;

    private final KeyParameter masterKey;

    /** @param masterKey 32 bytes; another one makes all earlier ids strange */
    CredentialWrap(Bytes masterKey) {
        this.masterKey = new KeyParameter(masterKey.toArray());
    }

    Bytes masterKey() {
        return Bytes.of(masterKey.getKey());
    }

    Bytes wrap(SigningKey key, Traits traits, Bytes rpIdHash, SecureRandom random) {
        Bytes nonce = Bytes.random(random, NONCE);
        int alg = key.algorithm().number();
        Bytes plain = Bytes.ofInts(alg >> 8, alg, traits.octet()).plus(key.secret());
        return nonce.plus(run(true, nonce, plain, rpIdHash).orElseThrow());
    }

    /** Empty if the id is not one of this authenticator's for this relying party. */
    Optional<Credential> unwrap(Bytes id, Bytes rpIdHash) {
        if (id.size() < NONCE + TAG + HEADER) {
            return Optional.empty();
        }
        return run(false, id.slice(0, NONCE), id.from(NONCE), rpIdHash).map(plain -> {
            Algorithm algorithm = Algorithm.of((short) plain.uint16(0)).orElseThrow();
            SigningKey key = SigningKey.of(algorithm, plain.from(HEADER));
            return new Credential(id, rpIdHash, key, Traits.of(plain.at(2)), Optional.empty());
        });
    }

    /** 32 bytes that only this key can derive for this credential, another for each purpose. */
    Bytes derive(String purpose, Bytes id) {
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(masterKey);
        byte[] in = Bytes.utf8(purpose).plus(id).toArray();
        hmac.update(in, 0, in.length);
        byte[] out = new byte[32];
        hmac.doFinal(out, 0);
        return Bytes.of(out);
    }

    private Optional<Bytes> run(boolean encrypt, Bytes nonce, Bytes in, Bytes bound) {
        GCMModeCipher gcm = GCMBlockCipher.newInstance(AESEngine.newInstance());
        gcm.init(encrypt, new AEADParameters(masterKey, TAG * 8, nonce.toArray(), bound.toArray()));
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

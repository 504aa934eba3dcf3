package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.pinuv.AesGcm;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Credential ids that hold their own private key, so that a credential which is not discoverable takes no room: nonce,
 * then AES-256-GCM of algorithm, traits and key, bound to the relying party. U2F key handles are of the same kind. What
 * else a credential keeps secret follows from its id and the master key.
 */
final class CredentialWrap {
    private static final int HEADER = 3;

    private final Bytes masterKey;

    /** @param masterKey 32 bytes; another one makes all earlier ids strange */
    CredentialWrap(Bytes masterKey) {
        this.masterKey = masterKey;
    }

    Bytes masterKey() {
        return masterKey;
    }

    Bytes wrap(SigningKey key, Traits traits, Bytes rpIdHash, SecureRandom random) {
        Bytes nonce = Bytes.random(random, AesGcm.NONCE_SIZE);
        int alg = key.algorithm().number();
        Bytes plain = Bytes.ofInts(alg >> 8, alg, traits.octet()).plus(key.secret());
        return nonce.plus(AesGcm.seal(masterKey, nonce, plain, rpIdHash));
    }

    /** Empty if the id is not one of this authenticator's for this relying party. */
    Optional<Credential> unwrap(Bytes id, Bytes rpIdHash) {
        if (id.size() < AesGcm.NONCE_SIZE + AesGcm.TAG_SIZE + HEADER) {
            return Optional.empty();
        }
        return AesGcm.open(masterKey, id.slice(0, AesGcm.NONCE_SIZE), id.from(AesGcm.NONCE_SIZE), rpIdHash)
                .map(plain -> {
                    Algorithm algorithm = Algorithm.of((short) plain.uint16(0)).orElseThrow();
                    SigningKey key = SigningKey.of(algorithm, plain.from(HEADER));
                    return new Credential(id, rpIdHash, key, Traits.of(plain.at(2)), Optional.empty());
                });
    }

    /** 32 bytes that only this key can derive for this credential, another for each purpose. */
    Bytes derive(String purpose, Bytes id) {
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(masterKey.toArray()));
        byte[] in = Bytes.utf8(purpose).plus(id).toArray();
        hmac.update(in, 0, in.length);
        byte[] out = new byte[32];
        hmac.doFinal(out, 0);
        return Bytes.of(out);
    }
}

package dev.seckey.ctap2.pinuv;

import dev.seckey.ctap2.bytes.Bytes;
import java.security.SecureRandom;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** PIN/UV auth protocol one (CTAP 2.3 §6.5.6): SHA-256 of the shared point, AES-256-CBC with an IV of zeros. */
final class ProtocolOne extends PinUvAuthProtocol {
    private static final byte[] ZERO_IV = new byte[BLOCK_SIZE];

    @Override
    public int number() {
        return 1;
    }

    @Override
    public int signatureSize() {
        return 16;
    }

    @Override
    Secret deriveSharedSecret(Secret x) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(x.expose(), 0, x.size());
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return Secret.taking(out);
    }

    @Override
    public Bytes encrypt(Secret sharedSecret, byte[] plain, SecureRandom random) {
        return Bytes.of(aesCbc(true, sharedSecret.expose(), 0, ZERO_IV, plain, 0, plain.length));
    }

    @Override
    public Secret decrypt(Secret sharedSecret, Bytes cipher) {
        return Secret.taking(aesCbc(false, sharedSecret.expose(), 0, ZERO_IV, cipher.toArray(), 0, cipher.size()));
    }
}

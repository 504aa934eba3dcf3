package dev.seckey.ctap2.pinuv;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** AES-256-GCM with a tag of 16 bytes behind the ciphertext, as for large blobs (CTAP 2.3 §6.10.3). */
public final class AesGcm {
    public static final int KEY_SIZE = 32;
    public static final int NONCE_SIZE = 12;
    public static final int TAG_SIZE = 16;

    private AesGcm() {}

    /** @param bound what must be the same when it is opened */
    public static Bytes seal(Bytes key, Bytes nonce, Bytes plain, Bytes bound) {
        return run(true, key, nonce, plain, bound).orElseThrow();
    }

    /** Empty if it was sealed with another key, nonce or bound, or was altered. */
    public static Optional<Bytes> open(Bytes key, Bytes nonce, Bytes sealed, Bytes bound) {
        return run(false, key, nonce, sealed, bound);
    }

    private static Optional<Bytes> run(boolean encrypt, Bytes key, Bytes nonce, Bytes in, Bytes bound) {
        GCMModeCipher gcm = GCMBlockCipher.newInstance(AESEngine.newInstance());
        gcm.init(
                encrypt,
                new AEADParameters(new KeyParameter(key.toArray()), TAG_SIZE * 8, nonce.toArray(), bound.toArray()));
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

package dev.seckey.ctap2.pinuv;

import dev.seckey.ctap2.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * PIN/UV auth protocol two (CTAP 2.3 §6.5.7): a shared secret of 64 bytes, of which the first half authenticates and the
 * second encrypts, with a random IV in front of each ciphertext.
 */
final class ProtocolTwo extends PinUvAuthProtocol {
    private static final int KEY_SIZE = 32;
    private static final byte[] ZERO_SALT = new byte[32];

    @Override
    public int number() {
        return 2;
    }

    @Override
    public int signatureSize() {
        return 32;
    }

    @Override
    Secret deriveSharedSecret(Secret x) {
        byte[] out = new byte[2 * KEY_SIZE];
        hkdf(x, "CTAP2 HMAC key", out, 0);
        hkdf(x, "CTAP2 AES key", out, KEY_SIZE);
        return Secret.taking(out);
    }

    private static void hkdf(Secret ikm, String info, byte[] out, int offset) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(ikm.expose(), ZERO_SALT, info.getBytes(StandardCharsets.US_ASCII)));
        hkdf.generateBytes(out, offset, KEY_SIZE);
    }

    @Override
    public Bytes encrypt(Secret sharedSecret, byte[] plain, SecureRandom random) {
        byte[] iv = new byte[BLOCK_SIZE];
        random.nextBytes(iv);
        return Bytes.concat(
                Bytes.of(iv), Bytes.of(aesCbc(true, sharedSecret.expose(), KEY_SIZE, iv, plain, 0, plain.length)));
    }

    @Override
    public Secret decrypt(Secret sharedSecret, Bytes cipher) {
        byte[] in = cipher.toArray();
        byte[] iv = Arrays.copyOf(in, BLOCK_SIZE);
        return Secret.taking(
                aesCbc(false, sharedSecret.expose(), KEY_SIZE, iv, in, BLOCK_SIZE, in.length - BLOCK_SIZE));
    }
}

package dev.seckey.ctap2.pinuv;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.CoseKey;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** A PIN/UV auth protocol (CTAP 2.3 §6.5.4): the five operations that both sides are made of. */
public abstract sealed class PinUvAuthProtocol permits ProtocolOne, ProtocolTwo {
    static final int BLOCK_SIZE = 16;

    /** Both protocols, the newer first. */
    public static Optional<PinUvAuthProtocol> of(int number) {
        return switch (number) {
            case 1 -> Optional.of(new ProtocolOne());
            case 2 -> Optional.of(new ProtocolTwo());
            default -> Optional.empty();
        };
    }

    /** 1 or 2. */
    public abstract int number();

    /** Bytes of {@link #authenticate}'s result: 16 or 32. */
    public abstract int signatureSize();

    /** Derives the shared secret from the x-coordinate (32 bytes) of the shared point (kdf). */
    abstract Secret deriveSharedSecret(Secret x);

    /** Encrypts whole blocks of 16 bytes, at least one, under a shared secret. */
    public abstract Bytes encrypt(Secret sharedSecret, byte[] plain, SecureRandom random);

    /**
     * Decrypts what {@link #encrypt} made.
     *
     * @throws MalformedFault if it cannot be that
     */
    public abstract Secret decrypt(Secret sharedSecret, Bytes cipher);

    /** HMAC-SHA-256 with a shared secret or a token as its key. */
    public final Bytes authenticate(Secret key, byte[] message) {
        byte[] keyBytes = Arrays.copyOf(key.expose(), Math.min(key.size(), 32));
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(keyBytes));
        hmac.update(message, 0, message.length);
        byte[] out = new byte[32];
        hmac.doFinal(out, 0);
        Arrays.fill(keyBytes, (byte) 0);
        return Bytes.of(out, 0, signatureSize());
    }

    /** Whether {@link #authenticate} gives this signature; in constant time. */
    public final boolean verify(Secret key, byte[] message, Bytes signature) {
        return MessageDigest.isEqual(authenticate(key, message).toArray(), signature.toArray());
    }

    /** Either side's end of the key agreement; the caller wipes the result. */
    public final Secret agree(P256KeyPair own, CoseKey other) {
        try (Secret x = own.agree(other)) {
            return deriveSharedSecret(x);
        }
    }

    /** pinHashEnc of a PIN. */
    public final Bytes encryptHash(Secret sharedSecret, Pin pin, SecureRandom random) {
        try (Secret hash = pin.hash()) {
            return encrypt(sharedSecret, hash.expose(), random);
        }
    }

    /** newPinEnc of a PIN of at most 63 bytes. */
    public final Bytes encryptNew(Secret sharedSecret, Pin pin, SecureRandom random) {
        try (Secret padded = pin.padded()) {
            return encrypt(sharedSecret, padded.expose(), random);
        }
    }

    /** LEFT(SHA-256(bytes), 16). The caller wipes it. */
    public static Secret leftOfSha256(byte[] bytes) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] full = new byte[32];
        digest.doFinal(full, 0);
        byte[] left = Arrays.copyOf(full, 16);
        Arrays.fill(full, (byte) 0);
        return Secret.taking(left);
    }

    static byte[] aesCbc(boolean encrypt, byte[] key, int keyOffset, byte[] iv, byte[] in, int inOffset, int length) {
        if (length < BLOCK_SIZE || length % BLOCK_SIZE != 0) {
            throw new MalformedFault(CtapStatus.INVALID_PARAMETER, "encrypted data of no or no whole blocks");
        }
        CBCModeCipher cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key, keyOffset, 32), iv));
        byte[] out = new byte[length];
        for (int at = 0; at < length; at += BLOCK_SIZE) {
            cipher.processBlock(in, inOffset + at, out, at);
        }
        return out;
    }
}

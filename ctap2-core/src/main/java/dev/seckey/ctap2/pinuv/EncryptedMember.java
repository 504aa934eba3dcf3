package dev.seckey.ctap2.pinuv;

import dev.seckey.ctap2.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * A member of getInfo that only holders of a persistent token can read (CTAP 2.3 §6.4, encIdentifier and encCredStoreState):
 * an IV of 16 bytes and AES-128-CBC under a key that HKDF-SHA-256 makes of the token and the member's name.
 */
public final class EncryptedMember {
    private static final int BLOCK = 16;
    private static final int KEY = 16;
    private static final int SALT = 32;

    private EncryptedMember() {}

    /**
     * @param name encIdentifier or encCredStoreState
     * @return empty if it is not of the form that such a member has
     */
    public static Optional<Bytes> decrypt(Secret persistentToken, String name, Bytes member) {
        if (member.size() < 2 * BLOCK || member.size() % BLOCK != 0) {
            return Optional.empty();
        }
        return Optional.of(Bytes.of(crypt(false, persistentToken, name, member.slice(0, BLOCK), member.from(BLOCK))));
    }

    /** The key's side. @param iv 16 bytes @param plain whole blocks of 16 bytes */
    public static Bytes encrypt(Secret persistentToken, String name, Bytes iv, Bytes plain) {
        return iv.plus(Bytes.of(crypt(true, persistentToken, name, iv, plain)));
    }

    private static byte[] crypt(boolean encrypt, Secret token, String name, Bytes iv, Bytes in) {
        try (Secret key = Secret.taking(new byte[KEY])) {
            HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
            hkdf.init(new HKDFParameters(token.expose(), new byte[SALT], name.getBytes(StandardCharsets.US_ASCII)));
            hkdf.generateBytes(key.expose(), 0, KEY);
            CBCModeCipher cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
            cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key.expose()), iv.toArray()));
            byte[] octets = in.toArray();
            byte[] out = new byte[octets.length];
            for (int at = 0; at < octets.length; at += BLOCK) {
                cipher.processBlock(octets, at, out, at);
            }
            return out;
        }
    }
}

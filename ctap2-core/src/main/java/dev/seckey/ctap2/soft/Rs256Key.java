package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.util.BigIntegers;

/** RSASSA-PKCS1-v1_5 with SHA-256 and 2,048 bits; the secret is its two primes. */
final class Rs256Key implements SigningKey {
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
    private static final int BITS = 2048;
    private static final int PRIME_SIZE = 128;
    private static final int CERTAINTY = 100;

    private final RSAPrivateCrtKeyParameters key;

    private Rs256Key(RSAPrivateCrtKeyParameters key) {
        this.key = key;
    }

    static Rs256Key generate(SecureRandom random) {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(EXPONENT, random, BITS, CERTAINTY));
        return new Rs256Key(
                (RSAPrivateCrtKeyParameters) generator.generateKeyPair().getPrivate());
    }

    static Rs256Key of(Bytes secret) {
        BigInteger p = new BigInteger(1, secret.slice(0, PRIME_SIZE).toArray());
        BigInteger q = new BigInteger(1, secret.from(PRIME_SIZE).toArray());
        BigInteger lessP = p.subtract(BigInteger.ONE);
        BigInteger lessQ = q.subtract(BigInteger.ONE);
        BigInteger d = EXPONENT.modInverse(lessP.multiply(lessQ));
        return new Rs256Key(new RSAPrivateCrtKeyParameters(
                p.multiply(q), EXPONENT, d, p, q, d.mod(lessP), d.mod(lessQ), q.modInverse(p)));
    }

    @Override
    public Algorithm algorithm() {
        return Algorithm.RS256;
    }

    @Override
    public CoseKey publicKey() {
        return new CoseKey(CborMap.builder()
                .put(CoseKey.KTY, CoseKey.KTY_RSA)
                .put(CoseKey.ALG, Algorithm.RS256.number())
                .put(CoseKey.N, Bytes.of(BigIntegers.asUnsignedByteArray(key.getModulus())))
                .put(CoseKey.E, Bytes.of(BigIntegers.asUnsignedByteArray(EXPONENT)))
                .build());
    }

    @Override
    public Bytes secret() {
        return Bytes.of(BigIntegers.asUnsignedByteArray(PRIME_SIZE, key.getP()))
                .plus(Bytes.of(BigIntegers.asUnsignedByteArray(PRIME_SIZE, key.getQ())));
    }

    @Override
    public Bytes sign(Bytes message) {
        RSADigestSigner signer = new RSADigestSigner(new SHA256Digest());
        signer.init(true, key);
        signer.update(message.toArray(), 0, message.size());
        try {
            return Bytes.of(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("RSA could not sign", e);
        }
    }
}

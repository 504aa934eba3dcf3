package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.BigIntegers;

/** ES256, ES384 and ES512; the nonce follows from key and message (RFC 6979), so no randomness is needed to sign. */
final class EcdsaKey implements SigningKey {
    private enum Kind {
        P256(Algorithm.ES256, "secp256r1", CoseKey.CRV_P256, 32, SHA256Digest::new),
        P384(Algorithm.ES384, "secp384r1", CoseKey.CRV_P384, 48, SHA384Digest::new),
        P521(Algorithm.ES512, "secp521r1", CoseKey.CRV_P521, 66, SHA512Digest::new);

        final Algorithm algorithm;
        final ECDomainParameters domain;
        final int crv;
        final int size;
        final Supplier<Digest> digest;

        Kind(Algorithm algorithm, String name, int crv, int size, Supplier<Digest> digest) {
            X9ECParameters curve = CustomNamedCurves.getByName(name);
            this.algorithm = algorithm;
            this.domain = new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
            this.crv = crv;
            this.size = size;
            this.digest = digest;
        }

        static Kind of(Algorithm algorithm) {
            return switch (algorithm) {
                case ES384 -> P384;
                case ES512 -> P521;
                default -> P256;
            };
        }
    }

    private final Kind kind;
    private final ECPrivateKeyParameters key;

    private EcdsaKey(Kind kind, ECPrivateKeyParameters key) {
        this.kind = kind;
        this.key = key;
    }

    static EcdsaKey generate(Algorithm algorithm, SecureRandom random) {
        Kind kind = Kind.of(algorithm);
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(kind.domain, random));
        return new EcdsaKey(
                kind, (ECPrivateKeyParameters) generator.generateKeyPair().getPrivate());
    }

    /** @param algorithm ES256, ES384 or ES512 */
    static EcdsaKey of(Algorithm algorithm, Bytes secret) {
        Kind kind = Kind.of(algorithm);
        return new EcdsaKey(kind, new ECPrivateKeyParameters(new BigInteger(1, secret.toArray()), kind.domain));
    }

    @Override
    public Algorithm algorithm() {
        return kind.algorithm;
    }

    @Override
    public CoseKey publicKey() {
        var point = kind.domain.getG().multiply(key.getD()).normalize();
        return new CoseKey(CborMap.builder()
                .put(CoseKey.KTY, CoseKey.KTY_EC2)
                .put(CoseKey.ALG, kind.algorithm.number())
                .put(CoseKey.CRV, kind.crv)
                .put(CoseKey.X, Bytes.of(point.getAffineXCoord().getEncoded()))
                .put(CoseKey.Y, Bytes.of(point.getAffineYCoord().getEncoded()))
                .build());
    }

    @Override
    public Bytes secret() {
        return Bytes.of(BigIntegers.asUnsignedByteArray(kind.size, key.getD()));
    }

    @Override
    public Bytes sign(Bytes message) {
        Digest digest = kind.digest.get();
        byte[] hash = new byte[digest.getDigestSize()];
        digest.update(message.toArray(), 0, message.size());
        digest.doFinal(hash, 0);
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(kind.digest.get()));
        signer.init(true, key);
        BigInteger[] rs = signer.generateSignature(hash);
        try {
            return Bytes.of(StandardDSAEncoding.INSTANCE.encode(kind.domain.getN(), rs[0], rs[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

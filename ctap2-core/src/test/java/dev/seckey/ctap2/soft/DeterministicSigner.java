package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;

/** Signs certificates with a nonce that follows from key and content, so that they come out the same each time. */
record DeterministicSigner(EcdsaKey key, ByteArrayOutputStream content) implements ContentSigner {
    DeterministicSigner(EcdsaKey key) {
        this(key, new ByteArrayOutputStream());
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return key.sign(Bytes.of(content.toByteArray())).toArray();
    }
}

package dev.seckey.ctap2.session;

import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.LONG;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.pinuv.AesGcm;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * One element of the large-blob array (CTAP 2.3 §6.10.3): compressed by DEFLATE, then encrypted by AES-256-GCM under a
 * credential's largeBlobKey, bound to its original size.
 */
final class LargeBlob {
    private static final Field<Bytes> CIPHERTEXT = Field.of(0x01, "ciphertext", BYTES);
    private static final Field<Bytes> NONCE = Field.of(0x02, "nonce", BYTES);
    private static final Field<Long> ORIG_SIZE = Field.of(0x03, "origSize", LONG);

    /** Bytes of content at most: no array on a key comes near, and a bomb does not get far. */
    private static final int LIMIT = 1 << 20;

    private LargeBlob() {}

    /** @param largeBlobKey 32 bytes */
    static CborMap seal(Bytes content, Bytes largeBlobKey, SecureRandom random) {
        Bytes nonce = Bytes.random(random, AesGcm.NONCE_SIZE);
        return CborMap.builder()
                .put(CIPHERTEXT, AesGcm.seal(largeBlobKey, nonce, deflate(content), bound(content.size())))
                .put(NONCE, nonce)
                .put(ORIG_SIZE, (long) content.size())
                .build();
    }

    /** Empty if this key does not open it, or it is no blob at all. */
    static Optional<Bytes> open(CborMap element, Bytes largeBlobKey) {
        try {
            Bytes nonce = element.require(NONCE);
            long size = element.require(ORIG_SIZE);
            if (nonce.size() != AesGcm.NONCE_SIZE
                    || largeBlobKey.size() != AesGcm.KEY_SIZE
                    || size < 0
                    || size > LIMIT) {
                return Optional.empty();
            }
            return AesGcm.open(largeBlobKey, nonce, element.require(CIPHERTEXT), bound(size))
                    .flatMap(compressed ->
                            inflate(compressed, (int) size, true).or(() -> inflate(compressed, (int) size, false)));
        } catch (MalformedFault e) {
            return Optional.empty();
        }
    }

    /** What the encryption is bound to: "blob" and the size of the content. */
    private static Bytes bound(long size) {
        return Bytes.of(ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'b', 'l', 'o', 'b'})
                .putLong(size)
                .array());
    }

    private static Bytes deflate(Bytes content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(content.toArray());
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return Bytes.of(out.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /** @param bare as it ought to be; python-fido2 0.9 put zlib's header and check sum around it */
    private static Optional<Bytes> inflate(Bytes compressed, int size, boolean bare) {
        Inflater inflater = new Inflater(bare);
        try {
            inflater.setInput(compressed.toArray());
            byte[] out = new byte[size];
            int length = 0;
            while (length < size && !inflater.finished()) {
                int more = inflater.inflate(out, length, size - length);
                if (more == 0) {
                    break;
                }
                length += more;
            }
            return length == size ? Optional.of(Bytes.of(out)) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}

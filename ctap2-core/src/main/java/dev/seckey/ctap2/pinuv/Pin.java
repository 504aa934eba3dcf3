package dev.seckey.ctap2.pinuv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A PIN as the key sees it: UTF-8 in Normalization Form C (CTAP 2.3 §6.5.1). The bytes are wiped on close. A PIN of
 * ASCII characters never becomes a String; only others must, since the platform normalises nothing else.
 */
public final class Pin implements AutoCloseable {
    /** The longest PIN, in bytes of UTF-8 (CTAP 2.3 §6.5.1). */
    public static final int MAX_BYTES = 63;

    /** What a PIN is padded to with zeros before it is encrypted, in bytes. */
    static final int PADDED_SIZE = 64;

    private final Secret utf8;

    private Pin(Secret utf8) {
        this.utf8 = utf8;
    }

    /**
     * Takes the bytes over and wipes them with the PIN.
     *
     * @throws IllegalArgumentException if they are not UTF-8
     */
    public static Pin takingUtf8(byte[] bytes) {
        if (isAscii(bytes)) {
            return new Pin(Secret.taking(bytes));
        }
        try {
            CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return takingChars(toArray(chars));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the PIN is not UTF-8");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * Takes the characters over: they are wiped at once.
     *
     * @throws IllegalArgumentException if half of a surrogate pair is among them
     */
    public static Pin takingChars(char[] chars) {
        try {
            CharBuffer in = CharBuffer.wrap(chars);
            boolean normal = Normalizer.isNormalized(in, Normalizer.Form.NFC);
            ByteBuffer out = StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(normal ? in : CharBuffer.wrap(Normalizer.normalize(in, Normalizer.Form.NFC)));
            byte[] bytes = new byte[out.remaining()];
            out.get(bytes);
            Arrays.fill(out.array(), (byte) 0);
            return new Pin(Secret.taking(bytes));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the PIN holds half a character");
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    /** Bytes of UTF-8. */
    public int byteLength() {
        return utf8.size();
    }

    /** Unicode code points: what the key's minimum counts. */
    public int codePoints() {
        int count = 0;
        for (byte octet : utf8.expose()) {
            count += (octet & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    /** Whether both are the same; in a time that depends on the lengths alone. */
    public boolean isSameAs(Pin other) {
        return utf8.matches(other.utf8.expose());
    }

    /** Whether it ends in a zero, which the padding would swallow (CTAP 2.3 §6.5.1). */
    public boolean endsInZero() {
        return byteLength() > 0 && utf8.expose()[byteLength() - 1] == 0;
    }

    /** The PIN's bytes, to be kept elsewhere than on a key. The caller wipes them. */
    public Secret utf8() {
        return utf8.copy();
    }

    public Pin copy() {
        return new Pin(utf8.copy());
    }

    /** The PIN and zeros up to 64 bytes. The caller wipes it. */
    Secret padded() {
        if (utf8.size() > MAX_BYTES) {
            throw new IllegalStateException("a PIN of more than 63 bytes was not refused earlier");
        }
        return Secret.taking(Arrays.copyOf(utf8.expose(), PADDED_SIZE));
    }

    /** The first 16 bytes of the SHA-256 (CTAP 2.3 §6.5.5.4). The caller wipes it. */
    Secret hash() {
        return PinUvAuthProtocol.leftOfSha256(utf8.expose());
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    private static char[] toArray(CharBuffer chars) {
        char[] array = new char[chars.remaining()];
        chars.get(array);
        Arrays.fill(chars.array(), '\0');
        return array;
    }

    @Override
    public void close() {
        utf8.close();
    }

    @Override
    public String toString() {
        return "a PIN";
    }
}

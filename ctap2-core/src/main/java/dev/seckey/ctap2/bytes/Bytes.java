package dev.seckey.ctap2.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** An immutable row of octets that compares by value. Not for secrets: it cannot be wiped. */
public final class Bytes implements Comparable<Bytes> {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] octets;

    private Bytes(byte[] octets) {
        this.octets = octets;
    }

    /** Copies the array. */
    public static Bytes of(byte[] octets) {
        return octets.length == 0 ? EMPTY : new Bytes(octets.clone());
    }

    /** Copies {@code length} bytes from {@code offset}. */
    public static Bytes of(byte[] octets, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, octets.length);
        return new Bytes(Arrays.copyOfRange(octets, offset, offset + length));
    }

    /** One byte for each number, of which the low eight bits count. */
    public static Bytes ofInts(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return new Bytes(octets);
    }

    /**
     * Hexadecimal digits, two a byte; white space is skipped.
     *
     * @throws IllegalArgumentException if anything else stands there
     */
    public static Bytes fromHex(String digits) {
        return new Bytes(HEX.parseHex(digits.replaceAll("\\s", "")));
    }

    /**
     * Base64url or base64, padded or not.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Bytes fromBase64(String text) {
        return new Bytes(Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_')));
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param size bytes to draw */
    public static Bytes random(SecureRandom random, int size) {
        byte[] octets = new byte[size];
        random.nextBytes(octets);
        return new Bytes(octets);
    }

    public static Bytes concat(Bytes... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Bytes part : parts) {
            out.writeBytes(part.octets);
        }
        return new Bytes(out.toByteArray());
    }

    public int size() {
        return octets.length;
    }

    public boolean isEmpty() {
        return octets.length == 0;
    }

    /** The byte at this place as a number from 0 to 255. */
    public int at(int index) {
        return octets[index] & 0xff;
    }

    /** The bytes from {@code from} up to, without, {@code to}. */
    public Bytes slice(int from, int to) {
        if (from < 0 || to > octets.length || from > to) {
            throw new IndexOutOfBoundsException(from + ".." + to + " of " + octets.length);
        }
        return new Bytes(Arrays.copyOfRange(octets, from, to));
    }

    public Bytes from(int from) {
        return slice(from, octets.length);
    }

    public Bytes plus(Bytes more) {
        return concat(this, more);
    }

    /** Two bytes, big endian, as a number. */
    public int uint16(int offset) {
        return at(offset) << 8 | at(offset + 1);
    }

    /** Four bytes, big endian, as a number. */
    public long uint32(int offset) {
        return (long) uint16(offset) << 16 | uint16(offset + 2);
    }

    public byte[] toArray() {
        return octets.clone();
    }

    public Bytes sha256() {
        try {
            return new Bytes(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public String hex() {
        return HEX.formatHex(octets);
    }

    /** Base64url without padding, as JSON output wants it. */
    public String base64url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(octets, other.octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes && Arrays.equals(octets, ((Bytes) other).octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return hex();
    }
}

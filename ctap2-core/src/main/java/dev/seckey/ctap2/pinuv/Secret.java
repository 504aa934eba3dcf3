package dev.seckey.ctap2.pinuv;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/** Octets that are wiped on close and never printed. */
public final class Secret implements AutoCloseable {
    private final byte[] octets;
    private boolean closed;

    private Secret(byte[] octets) {
        this.octets = octets;
    }

    /** @param size bytes to draw */
    public static Secret random(SecureRandom random, int size) {
        byte[] drawn = new byte[size];
        random.nextBytes(drawn);
        return taking(drawn);
    }

    /** Takes the array over: it is wiped with the secret, and nobody else may keep it. */
    public static Secret taking(byte[] octets) {
        return new Secret(octets);
    }

    public static Secret copyOf(byte[] octets) {
        return new Secret(octets.clone());
    }

    public int size() {
        return octets.length;
    }

    /** The live array, to be used at once and not kept. */
    public byte[] expose() {
        if (closed) {
            throw new IllegalStateException("this secret has been wiped");
        }
        return octets;
    }

    public Secret copy() {
        return copyOf(expose());
    }

    /** Compares in a time that depends on the lengths alone. */
    public boolean matches(byte[] other) {
        return MessageDigest.isEqual(expose(), other);
    }

    @Override
    public void close() {
        Arrays.fill(octets, (byte) 0);
        closed = true;
    }

    @Override
    public String toString() {
        return "a secret of " + octets.length + " bytes";
    }
}

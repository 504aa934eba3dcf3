package dev.seckey.ctap2.model;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a model of authenticator: 16 bytes, chosen by its maker (WebAuthn Level 3 §6.5.1). */
public record Aaguid(Bytes bytes) implements Comparable<Aaguid> {
    public static final int SIZE = 16;

    /** All zero: no model. */
    public static final Aaguid NONE = new Aaguid(Bytes.of(new byte[SIZE]));

    private static final Pattern TEXT =
            Pattern.compile("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");

    public Aaguid {
        if (bytes.size() != SIZE) {
            throw new IllegalArgumentException("an AAGUID has 16 bytes, not " + bytes.size());
        }
    }

    /** @throws MalformedFault if there are not 16 bytes */
    public static Aaguid of(Bytes bytes) {
        if (bytes.size() != SIZE) {
            throw new MalformedFault(
                    CtapStatus.INVALID_LENGTH, "an AAGUID of " + bytes.size() + " bytes instead of 16");
        }
        return new Aaguid(bytes);
    }

    /** From the written form, upper or lower case, with or without hyphens; empty if it is not one. */
    public static Optional<Aaguid> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return TEXT.matcher(lower).matches()
                ? Optional.of(new Aaguid(Bytes.fromHex(lower.replace("-", ""))))
                : Optional.empty();
    }

    public boolean isNone() {
        return bytes.equals(NONE.bytes);
    }

    /** Two AAGUIDs sort as their written forms do. */
    @Override
    public int compareTo(Aaguid other) {
        return bytes.compareTo(other.bytes);
    }

    /** The written form in lower case with hyphens. */
    @Override
    public String toString() {
        long high = bytes.uint32(0) << 32 | bytes.uint32(4);
        long low = bytes.uint32(8) << 32 | bytes.uint32(12);
        return new UUID(high, low).toString();
    }
}

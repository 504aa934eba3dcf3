package dev.seckey.cli.credential;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.extension.HmacSalts;
import java.util.Optional;

/** One or two salts of hmac-secret, or inputs of prf, on the command line, with a comma between. */
public final class Salts {
    private Salts() {}

    public static HmacSalts parse(String option, String text) {
        String[] parts = split(option, text);
        try {
            return new HmacSalts(
                    Octets.parse(option, parts[0]),
                    parts.length == 2 ? Optional.of(Octets.parse(option, parts[1])) : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    option + " wants salts of 32 bytes: 43 letters of base64url, or 64 of hexadecimal");
        }
    }

    /** Inputs of prf are any texts. */
    public static HmacSalts ofPrf(String text) {
        String[] parts = split("prf", text);
        return HmacSalts.ofPrf(
                Bytes.utf8(parts[0]), parts.length == 2 ? Optional.of(Bytes.utf8(parts[1])) : Optional.empty());
    }

    private static String[] split(String option, String text) {
        String[] parts = text.split(",", -1);
        if (parts.length > 2) {
            throw new UsageException(option + " takes one or two values, not " + parts.length);
        }
        return parts;
    }
}

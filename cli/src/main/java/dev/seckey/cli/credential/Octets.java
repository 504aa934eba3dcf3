package dev.seckey.cli.credential;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.CredentialDescriptor;
import java.util.List;
import java.util.regex.Pattern;

/** Octets on the command line: base64url as JSON has them, or hexadecimal. */
public final class Octets {
    /** 16 bytes or more: so much base64url by chance does not look like hexadecimal. */
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){16,}");

    private Octets() {}

    /** @param option named where the text is neither */
    public static Bytes parse(String option, String text) {
        try {
            return HEX.matcher(text).matches() ? Bytes.fromHex(text) : Bytes.fromBase64(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + " wants base64url or hexadecimal, not \"" + text + "\"");
        }
    }

    public static List<CredentialDescriptor> descriptors(String option, List<String> ids) {
        return ids.stream()
                .map(id -> CredentialDescriptor.of(parse(option, id)))
                .toList();
    }
}

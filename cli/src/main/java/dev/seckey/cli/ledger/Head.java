package dev.seckey.cli.ledger;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.bytes.Bytes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a bench's chain at some moment. Kept outside the ledger, it proves later that nothing was cut off.
 *
 * @param bench empty where only the hash was kept
 * @param sequence of the last event
 */
public record Head(String bench, long sequence, Bytes hash) {
    private static final Pattern TEXT = Pattern.compile("(?:(.+)#(\\d{1,18}):)?([0-9a-fA-F]{64})");

    /** As it is printed, or the hash alone. */
    public static Head parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new UsageException(
                    "this is not the head of a chain: " + text,
                    "it is printed so: BENCH#NUMBER:HASH; the hash alone will do");
        }
        Bytes hash = Bytes.fromHex(parts.group(3));
        return parts.group(1) == null
                ? new Head("", 0, hash)
                : new Head(parts.group(1), Long.parseLong(parts.group(2)), hash);
    }

    /** Whether only the hash is known. */
    boolean isAnywhere() {
        return bench.isEmpty();
    }

    @Override
    public String toString() {
        return bench + "#" + sequence + ":" + hash.hex();
    }
}

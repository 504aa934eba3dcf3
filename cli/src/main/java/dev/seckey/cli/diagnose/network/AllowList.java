package dev.seckey.cli.diagnose.network;

import dev.seckey.ctap2.fault.FileFault;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a firewall lets in: the address ranges in any text, such as its configuration or a list from a colleague. */
public record AllowList(List<AddressRange> ranges) {
    private static final String FOUR = "\\d{1,3}(?:\\.\\d{1,3}){3}";

    /** The longer forms first; lines that are comments are left out before. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![\\w.:])(?:" + FOUR + "[ /]+255(?:\\.\\d{1,3}){3}|" + FOUR
                    + "\\s*-\\s*" + FOUR + "|" + FOUR
                    + "(?:/\\d{1,2})?|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?:/\\d{1,3})?)"
                    + "(?![\\w:]|\\.\\d)");

    private static final Pattern COMMENT = Pattern.compile("^\\s*(#|//|;|!).*");

    /** How much of a range it lets in. */
    public enum Extent {
        ALL,
        SOME,
        NONE
    }

    /** @throws FileFault if it cannot be read */
    public static AllowList read(Path file) {
        try {
            return of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new FileFault("cannot read the allow list " + file, e);
        }
    }

    static AllowList of(String text) {
        String lines =
                text.lines().filter(line -> !COMMENT.matcher(line).matches()).collect(Collectors.joining("\n"));
        return new AllowList(WRITTEN.matcher(lines)
                .results()
                .flatMap(found -> AddressRange.parse(found.group()).stream())
                .sorted(Comparator.comparing(AddressRange::first))
                .toList());
    }

    Extent extent(AddressRange wanted) {
        BigInteger next = wanted.first();
        boolean some = false;
        boolean whole = true;
        for (AddressRange range : ranges) {
            if (range.meets(wanted)) {
                some = true;
                whole &= range.first().compareTo(next) <= 0;
                next = next.max(range.last().add(BigInteger.ONE));
            }
        }
        if (!some) {
            return Extent.NONE;
        }
        return whole && next.compareTo(wanted.last()) > 0 ? Extent.ALL : Extent.SOME;
    }
}

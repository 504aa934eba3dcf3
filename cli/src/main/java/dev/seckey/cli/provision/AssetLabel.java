package dev.seckey.cli.provision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A label of a series: "WARD7-{n:04}" is WARD7-0012 for its twelfth key. */
final class AssetLabel {
    private static final Pattern NUMBER = Pattern.compile("\\{n(?::0([1-9]))?\\}");

    private AssetLabel() {}

    static String of(String pattern, long number) {
        Matcher place = NUMBER.matcher(pattern);
        if (!place.find()) {
            throw new IllegalArgumentException("no place for the number in " + pattern);
        }
        String width = place.group(1) == null ? "" : "0" + place.group(1);
        return pattern.substring(0, place.start())
                + String.format("%" + width + "d", number)
                + pattern.substring(place.end());
    }
}

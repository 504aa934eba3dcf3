package dev.seckey.cli.net;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The hosts that are reached without a proxy, as no_proxy lists them: names with all below them, or {@code *}. */
final class NoProxy {
    private final List<String> entries;

    /** @param list divided by commas or spaces; a leading dot or {@code *.} changes nothing */
    NoProxy(String list) {
        entries = Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .map(NoProxy::bare)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private static String bare(String entry) {
        String name = entry.startsWith("*.") ? entry.substring(2) : entry;
        return name.startsWith(".") ? name.substring(1) : name;
    }

    boolean contains(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return entries.stream().anyMatch(entry -> covers(entry, name) || covers(entry, name + ":" + port));
    }

    private static boolean covers(String entry, String name) {
        return entry.equals("*") || name.equals(entry) || name.endsWith("." + entry);
    }
}

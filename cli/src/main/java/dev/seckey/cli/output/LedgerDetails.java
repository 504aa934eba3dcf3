package dev.seckey.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The details of an event, which are JSON in the ledger, in words. */
final class LedgerDetails {
    private LedgerDetails() {}

    /** Each member of the object by its name in words, and the elements of a list one by one; what is empty is left out. */
    static Map<String, List<String>> words(String details) {
        try (JsonParser in = new JsonFactory().createParser(details)) {
            in.nextToken();
            Map<String, List<String>> members = members(in);
            members.values().removeIf(List::isEmpty);
            return members;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands there first, of a member that is no list all of it. */
    static Optional<String> word(String details, String name) {
        return Optional.ofNullable(words(details).get(name)).map(values -> values.get(0));
    }

    private static Map<String, List<String>> members(JsonParser in) throws IOException {
        Map<String, List<String>> members = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = name(in.currentName());
            members.put(name, in.nextToken() == JsonToken.START_ARRAY ? elements(in) : List.of(value(in)));
        }
        return members;
    }

    private static List<String> elements(JsonParser in) throws IOException {
        List<String> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(in));
        }
        return elements;
    }

    private static String value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> sentence(members(in));
            case START_ARRAY -> String.join(", ", elements(in));
            case VALUE_TRUE -> "yes";
            case VALUE_FALSE -> "no";
            default -> in.getText();
        };
    }

    /** A planned step has words of its own, for a person. */
    private static String sentence(Map<String, List<String>> members) {
        return members.containsKey("change")
                ? members.get("change").get(0)
                : members.entrySet().stream()
                        .map(member -> member.getKey() + " " + listed(member.getValue()))
                        .collect(Collectors.joining("; "));
    }

    private static String listed(List<String> values) {
        return values.isEmpty() ? "none" : String.join(", ", values);
    }

    /** "minPinLength" and "already_in_order" in words. */
    private static String name(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\bpin\\b", "PIN")
                .replaceAll("\\buv\\b", "UV")
                .replaceAll("\\busb\\b", "USB")
                .replaceAll("\\bnfc\\b", "NFC");
    }
}

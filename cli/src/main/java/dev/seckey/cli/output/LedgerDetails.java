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
import java.util.stream.Collectors;

/** The details of an event, which are JSON in the ledger, in words. */
final class LedgerDetails {
    private LedgerDetails() {}

    /** Each member of the object by its name in words; what is empty is left out. */
    static Map<String, String> words(String details) {
        try (JsonParser in = new JsonFactory().createParser(details)) {
            in.nextToken();
            Map<String, String> members = members(in);
            members.values().removeIf(String::isEmpty);
            return members;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> members(JsonParser in) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = name(in.currentName());
            in.nextToken();
            members.put(name, value(in));
        }
        return members;
    }

    private static String value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> sentence(members(in));
            case START_ARRAY -> {
                List<String> elements = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(in));
                }
                yield String.join("; ", elements);
            }
            case VALUE_TRUE -> "yes";
            case VALUE_FALSE -> "no";
            default -> in.getText();
        };
    }

    /** A planned step has words of its own, for a person. */
    private static String sentence(Map<String, String> members) {
        return members.containsKey("change")
                ? members.get("change")
                : members.entrySet().stream()
                        .map(member -> member.getKey() + " " + member.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** "minPinLength" and "already_in_order" in words. */
    private static String name(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\bpin\\b", "PIN")
                .replaceAll("\\buv\\b", "UV");
    }
}

package dev.seckey.ctap2.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A small JSON object, as a tree. Members that nobody asks for do not matter, null is as good as
 * absent, and a member of the wrong type is named in the error with the way to it.
 */
public final class JsonObject {
    private static final int MAX_DEPTH = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    public static final JsonObject EMPTY = new JsonObject("", Map.of());

    private final String path;
    private final Map<String, Object> members;

    private JsonObject(String path, Map<String, Object> members) {
        this.path = path;
        this.members = members;
    }

    /** @throws MalformedFault if it is not one JSON object */
    public static JsonObject parse(Bytes json) {
        try (JsonParser in = JSON.createParser(json.toArray())) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("this is not a JSON object");
            }
            JsonObject object = new JsonObject("", readObject(in));
            if (in.nextToken() != null) {
                throw malformed("the JSON goes on after its end");
            }
            return object;
        } catch (IOException e) {
            throw new MalformedFault(CtapStatus.INVALID_PARAMETER, "this is not valid JSON", e);
        }
    }

    private static Map<String, Object> readObject(JsonParser in) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                members.put(name, readValue(in));
            }
        }
        return members;
    }

    private static Object readValue(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> readObject(in);
            case START_ARRAY -> {
                List<Object> all = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    all.add(readValue(in));
                }
                yield all;
            }
            case VALUE_STRING -> in.getText();
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getNumberValue();
            default -> "null";
        };
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public Set<String> names() {
        return members.keySet();
    }

    public Optional<String> text(String name) {
        return find(name, String.class, "a text");
    }

    public String requireText(String name) {
        return require(name, text(name));
    }

    public Optional<Boolean> flag(String name) {
        return find(name, Boolean.class, "true or false");
    }

    public boolean isTrue(String name) {
        return flag(name).orElse(false);
    }

    public int requireInt(String name) {
        Number number = require(name, find(name, Number.class, "a number"));
        if (number.doubleValue() != number.intValue()) {
            throw malformed(pathTo(name) + " should be a whole number of 32 bits");
        }
        return number.intValue();
    }

    /** A whole number of 64 bits. */
    public Optional<Long> number(String name) {
        return find(name, Number.class, "a number").map(number -> {
            if (number instanceof Integer || number instanceof Long) {
                return number.longValue();
            }
            throw malformed(pathTo(name) + " should be a whole number of 64 bits");
        });
    }

    public Optional<LocalDate> date(String name) {
        return text(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw malformed(pathTo(name) + " should be a date, as in 2026-11-24");
            }
        });
    }

    /** Base64url, as WebAuthn's JSON has all octets. */
    public Optional<Bytes> bytes(String name) {
        return text(name).map(text -> {
            try {
                return Bytes.fromBase64(text);
            } catch (IllegalArgumentException e) {
                throw new MalformedFault(CtapStatus.INVALID_PARAMETER, pathTo(name) + " is not base64url", e);
            }
        });
    }

    public Bytes requireBytes(String name) {
        return require(name, bytes(name));
    }

    public Optional<JsonObject> object(String name) {
        return find(name, Map.class, "an object").map(value -> object(pathTo(name), value));
    }

    public JsonObject requireObject(String name) {
        return require(name, object(name));
    }

    /** Empty if absent. */
    public List<JsonObject> objects(String name) {
        List<JsonObject> all = new ArrayList<>();
        for (Object each : array(name)) {
            String at = pathTo(name) + "[" + all.size() + "]";
            if (!(each instanceof Map<?, ?> map)) {
                throw malformed(at + " should be an object");
            }
            all.add(object(at, map));
        }
        return all;
    }

    /** Empty if absent. */
    public List<String> texts(String name) {
        return array(name).stream()
                .map(each -> {
                    if (each instanceof String text) {
                        return text;
                    }
                    throw malformed(pathTo(name) + " should hold texts");
                })
                .toList();
    }

    private List<?> array(String name) {
        return find(name, List.class, "an array").map(list -> (List<?>) list).orElse(List.of());
    }

    private static JsonObject object(String path, Map<?, ?> value) {
        Map<String, Object> members = new LinkedHashMap<>();
        value.forEach((key, member) -> members.put((String) key, member));
        return new JsonObject(path, members);
    }

    private <T> Optional<T> find(String name, Class<T> type, String what) {
        Optional<Object> value = Optional.ofNullable(members.get(name));
        if (value.isPresent() && !type.isInstance(value.get())) {
            throw malformed(pathTo(name) + " should be " + what);
        }
        return value.map(type::cast);
    }

    private <T> T require(String name, Optional<T> value) {
        return value.orElseThrow(() -> malformed(pathTo(name) + " is missing"));
    }

    /** The way to a member from the document's root, for messages. */
    public String pathTo(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    public static MalformedFault malformed(String message) {
        return new MalformedFault(CtapStatus.INVALID_PARAMETER, message);
    }
}

package dev.seckey.ctap2.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object of WebAuthn's dictionaries, as a tree. Members that nobody asks for do not matter, null is as good as
 * absent, and a member of the wrong type is named in the error with the way to it.
 */
final class JsonObject {
    private static final int MAX_DEPTH = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    static final JsonObject EMPTY = new JsonObject("", Map.of());

    private final String path;
    private final Map<String, Object> members;

    private JsonObject(String path, Map<String, Object> members) {
        this.path = path;
        this.members = members;
    }

    /** @throws MalformedFault if it is not one JSON object */
    static JsonObject parse(Bytes json) {
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

    boolean has(String name) {
        return members.containsKey(name);
    }

    Set<String> names() {
        return members.keySet();
    }

    Optional<String> text(String name) {
        return find(name, String.class, "a text");
    }

    String requireText(String name) {
        return require(name, text(name));
    }

    Optional<Boolean> flag(String name) {
        return find(name, Boolean.class, "true or false");
    }

    boolean isTrue(String name) {
        return flag(name).orElse(false);
    }

    int requireInt(String name) {
        Number number = require(name, find(name, Number.class, "a number"));
        if (number.doubleValue() != number.intValue()) {
            throw malformed(pathTo(name) + " should be a whole number of 32 bits");
        }
        return number.intValue();
    }

    /** Base64url, as WebAuthn's JSON has all octets. */
    Optional<Bytes> bytes(String name) {
        return text(name).map(text -> {
            try {
                return Bytes.fromBase64(text);
            } catch (IllegalArgumentException e) {
                throw new MalformedFault(CtapStatus.INVALID_PARAMETER, pathTo(name) + " is not base64url", e);
            }
        });
    }

    Bytes requireBytes(String name) {
        return require(name, bytes(name));
    }

    Optional<JsonObject> object(String name) {
        return find(name, Map.class, "an object").map(value -> object(pathTo(name), value));
    }

    JsonObject requireObject(String name) {
        return require(name, object(name));
    }

    /** Empty if absent. */
    List<JsonObject> objects(String name) {
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
    List<String> texts(String name) {
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
    String pathTo(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static MalformedFault malformed(String message) {
        return new MalformedFault(CtapStatus.INVALID_PARAMETER, message);
    }
}

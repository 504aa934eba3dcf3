package dev.seckey.ctap2.published;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.seckey.ctap2.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON document as a tree of maps, lists and texts, to read test vectors with. */
public record Json(Object value) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    public static Json read(Path file) {
        try (JsonParser in = FACTORY.createParser(file.toFile())) {
            in.nextToken();
            return new Json(tree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object tree(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                members.put(name, tree(in));
            }
            return members;
        }
        if (in.currentToken() == JsonToken.START_ARRAY) {
            List<Object> elements = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                elements.add(tree(in));
            }
            return elements;
        }
        return in.getText();
    }

    public boolean has(String name) {
        return value instanceof Map<?, ?> members && members.containsKey(name);
    }

    public Json get(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException("no member " + name);
        }
        return new Json(((Map<?, ?>) value).get(name));
    }

    public List<Json> list() {
        List<Json> elements = new ArrayList<>();
        ((List<?>) value).forEach(element -> elements.add(new Json(element)));
        return elements;
    }

    public String text() {
        return (String) value;
    }

    public Bytes hex() {
        return Bytes.fromHex(text());
    }

    public Bytes base64() {
        return Bytes.fromBase64(text().replaceAll("\\s", ""));
    }
}

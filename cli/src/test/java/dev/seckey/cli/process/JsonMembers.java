package dev.seckey.cli.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON document as its values by where they stand, as in {@code /credentials/0/user}. */
final class JsonMembers {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonMembers() {}

    static Map<String, String> of(String document) {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = STRICT.createParser(document)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    values.put(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(document, e);
        }
        return values;
    }
}

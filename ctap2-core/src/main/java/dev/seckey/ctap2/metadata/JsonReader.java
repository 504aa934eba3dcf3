package dev.seckey.ctap2.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.TrustFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Walks through JSON once, without building a tree. Strict about the syntax, duplicate members, depth and size; tolerant
 * of the content: a member nobody asks for is skipped, and a value of another type than asked for is as good as absent.
 */
final class JsonReader {
    /** 64 MB: six times the BLOB of 2026. */
    static final int MAX_SIZE = 64 << 20;

    private static final String DATE = "yyyy-mm-dd";
    private static final int MAX_DEPTH = 32;
    private static final int MAX_STRING = 4 << 20;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @param what names the document in error messages: "the metadata"
     * @param reading gets the reader at the start of the one object that the document consists of
     */
    static <T> T read(byte[] json, String what, Function<JsonReader, T> reading) {
        if (json.length > MAX_SIZE) {
            throw new TrustFault(what + " is larger than " + (MAX_SIZE >> 20) + " MB");
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new TrustFault(what + " is not a JSON object");
            }
            T result = reading.apply(new JsonReader(parser));
            if (parser.nextToken() != null) {
                throw new TrustFault(what + " goes on after its end");
            }
            return result;
        } catch (UncheckedIOException e) {
            throw unreadable(what, e.getCause());
        } catch (IOException e) {
            throw unreadable(what, e);
        }
    }

    private static TrustFault unreadable(String what, IOException e) {
        String reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return new TrustFault(
                what + " cannot be read as JSON: " + reason.lines().findFirst().orElse(""), e);
    }

    /** Calls back for each member, standing at its value. */
    void object(Consumer<String> member) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (next() == JsonToken.FIELD_NAME) {
            String name = name();
            next();
            member.accept(name);
            skipUnread();
        }
    }

    /** Calls back for each element, standing at it. */
    void array(Runnable element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (next() != JsonToken.END_ARRAY) {
            element.run();
            skipUnread();
        }
    }

    Optional<String> text() {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.getText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All strings of an array. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        array(() -> text().ifPresent(texts::add));
        return texts;
    }

    OptionalLong number() {
        try {
            boolean fits = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            return fits ? OptionalLong.of(parser.getLongValue()) : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<LocalDate> date() {
        try {
            return text().filter(text -> text.length() == DATE.length()).map(JsonReader::date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Java's own formatter takes a quick command longer to load than all the rest of a look-up. */
    private static LocalDate date(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-') {
            throw new DateTimeException("no date");
        }
        return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("no date");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Base64 that may hold line breaks. */
    Optional<Bytes> base64() {
        try {
            return text().map(encoded -> Bytes.fromBase64(encoded.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void skipUnread() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.seckey.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.seckey.ctap2.bytes.Bytes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes JSON member by member, in ASCII, so that no console's code page can spoil it. Binary is base64url; what is
 * absent is left out.
 */
public final class JsonWriter {
    /** {@code "name": value}, as most people write it. */
    private static final Separators NAME_THEN_VALUE =
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);

    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /** One JSON object on one line, or indented. */
    public static String object(boolean indented, Consumer<JsonWriter> members) {
        StringWriter text = new StringWriter();
        JsonFactory factory =
                JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        try (JsonGenerator generator = factory.createGenerator(text)) {
            if (indented) {
                generator.setPrettyPrinter(new DefaultPrettyPrinter(NAME_THEN_VALUE));
            }
            JsonWriter writer = new JsonWriter(generator);
            generator.writeStartObject();
            members.accept(writer);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    public JsonWriter member(String name, String value) {
        return write(() -> generator.writeStringField(name, value));
    }

    public JsonWriter member(String name, long value) {
        return write(() -> generator.writeNumberField(name, value));
    }

    public JsonWriter member(String name, boolean value) {
        return write(() -> generator.writeBooleanField(name, value));
    }

    public JsonWriter member(String name, Bytes value) {
        return member(name, value.base64url());
    }

    /** Numbers, truth values and octets as such, everything else as text; nothing if absent. */
    public JsonWriter member(String name, Optional<?> value) {
        value.ifPresent(present -> {
            if (present instanceof Boolean flag) {
                member(name, flag.booleanValue());
            } else if (present instanceof Number number) {
                member(name, number.longValue());
            } else if (present instanceof Bytes bytes) {
                member(name, bytes);
            } else {
                member(name, present.toString());
            }
        });
        return this;
    }

    /** @param json a value that is JSON already, in ASCII */
    public JsonWriter raw(String name, String json) {
        return write(() -> {
            generator.writeFieldName(name);
            generator.writeRawValue(json);
        });
    }

    public JsonWriter object(String name, Consumer<JsonWriter> members) {
        write(() -> generator.writeObjectFieldStart(name));
        members.accept(this);
        return write(generator::writeEndObject);
    }

    public JsonWriter strings(String name, Collection<String> values) {
        write(() -> generator.writeArrayFieldStart(name));
        values.forEach(value -> write(() -> generator.writeString(value)));
        return write(generator::writeEndArray);
    }

    public JsonWriter numbers(String name, Collection<Integer> values) {
        write(() -> generator.writeArrayFieldStart(name));
        values.forEach(value -> write(() -> generator.writeNumber(value)));
        return write(generator::writeEndArray);
    }

    /** An array of objects. */
    public <T> JsonWriter objects(String name, Collection<T> values, BiConsumer<JsonWriter, T> members) {
        write(() -> generator.writeArrayFieldStart(name));
        for (T value : values) {
            write(generator::writeStartObject);
            members.accept(this, value);
            write(generator::writeEndObject);
        }
        return write(generator::writeEndArray);
    }

    private interface Step {
        void run() throws IOException;
    }

    private JsonWriter write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}

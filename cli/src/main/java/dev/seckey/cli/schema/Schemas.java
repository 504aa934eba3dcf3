package dev.seckey.cli.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.seckey.cli.output.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The JSON Schemas (draft 2020-12) of what commands print. */
public final class Schemas {
    /** Those that belong to no command: WebAuthn's own documents. */
    public static final List<String> DOCUMENTS = List.of("authentication-response", "registration-response");

    private static final JsonFactory JSON = new JsonFactory();
    private static final String COMMON = "common";
    private static final String DEFINITIONS = "$defs";
    private static final Pattern REFERENCE = Pattern.compile("\"#/\\$defs/(\\w+)\"");

    private Schemas() {}

    /** The name of a command's schema: "pin-set" for "pin set". */
    public static String nameOf(String command) {
        return command.replace(' ', '-');
    }

    public static boolean exists(String name) {
        return name.matches("[a-z0-9-]+") && !name.equals(COMMON) && Schemas.class.getResource(name + ".json") != null;
    }

    /** A schema with all that it refers to, as text. */
    public static Optional<String> find(String name) {
        return exists(name) ? Optional.of(whole(read(name))) : Optional.empty();
    }

    private static String read(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream(name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String whole(String schema) {
        Map<String, String> needed = new TreeMap<>();
        collect(schema, definitions(), needed);
        StringWriter text = new StringWriter();
        try (JsonParser in = JSON.createParser(schema);
                JsonGenerator out = JSON.createGenerator(text)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter(JsonWriter.NAME_THEN_VALUE));
            in.nextToken();
            out.writeStartObject();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                out.copyCurrentStructure(in); // a name and its value
            }
            if (!needed.isEmpty()) {
                out.writeObjectFieldStart(DEFINITIONS);
                for (Map.Entry<String, String> definition : needed.entrySet()) {
                    out.writeFieldName(definition.getKey());
                    copy(definition.getValue(), out);
                }
                out.writeEndObject();
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The definitions that a text refers to, and those that they refer to. */
    private static void collect(String text, Map<String, String> all, Map<String, String> needed) {
        REFERENCE.matcher(text).results().map(found -> found.group(1)).forEach(name -> {
            String definition = all.get(name);
            if (needed.put(name, definition) == null) {
                collect(definition, all, needed);
            }
        });
    }

    /** Each definition's text by its name. */
    private static Map<String, String> definitions() {
        Map<String, String> all = new TreeMap<>();
        try (JsonParser in = JSON.createParser(read(COMMON))) {
            while (!DEFINITIONS.equals(in.nextFieldName())) {
                // what stands before
            }
            in.nextToken();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                StringWriter text = new StringWriter();
                try (JsonGenerator out = JSON.createGenerator(text)) {
                    out.copyCurrentStructure(in);
                }
                all.put(name, text.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void copy(String json, JsonGenerator out) throws IOException {
        try (JsonParser in = JSON.createParser(json)) {
            in.nextToken();
            out.copyCurrentStructure(in);
        }
    }
}

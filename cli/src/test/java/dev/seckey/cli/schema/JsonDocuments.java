package dev.seckey.cli.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Holds what a command prints against the schema of that command. */
public final class JsonDocuments {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Schema META =
            REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private JsonDocuments() {}

    /**
     * The names of the schemas that these documents are right by, one a document; none for a text.
     *
     * @throws AssertionError if one is wrong
     */
    public static List<String> check(String printed) {
        List<String> names = new ArrayList<>();
        if (!printed.startsWith("{")) {
            return names;
        }
        if (!printed.chars().allMatch(character -> character == '\n' || character == '\r' || isAscii(character))) {
            throw new AssertionError("not ASCII: " + printed);
        }
        try (MappingIterator<JsonNode> documents =
                JSON.readerFor(JsonNode.class).readValues(printed)) {
            while (documents.hasNext()) {
                names.add(check(documents.next()));
            }
        } catch (JacksonException e) {
            throw new AssertionError("no JSON: " + printed, e);
        }
        return names;
    }

    /** Of all schemas that are shipped. */
    public static Set<String> names() {
        try (Stream<Path> files = Files.list(
                Path.of(Schemas.class.getResource("common.json").toURI()).getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json") && !file.equals("common.json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAscii(int character) {
        return character >= ' ' && character < 0x7f;
    }

    private static String check(JsonNode document) {
        if (document.has("$schema")) {
            check(document, META);
            return "schema";
        }
        String name = nameFor(document);
        check(document, schema(name));
        return name;
    }

    private static void check(JsonNode document, Schema schema) {
        List<Error> errors = schema.validate(document);
        if (!errors.isEmpty()) {
            throw new AssertionError("against its schema: " + errors + "\n" + document.toPrettyString());
        }
    }

    private static String nameFor(JsonNode document) {
        if (document.has("command")) {
            return Schemas.nameOf(document.get("command").asString());
        }
        return document.path("response").has("attestationObject") ? "registration-response" : "authentication-response";
    }

    private static Schema schema(String name) {
        return SCHEMAS.computeIfAbsent(
                name,
                any -> REGISTRY.getSchema(
                        JSON.readTree(Schemas.find(name).orElseThrow(() -> new AssertionError("no schema " + name)))));
    }
}

package dev.seckey.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.schema.JsonDocuments;
import dev.seckey.cli.schema.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands and schemas belong together, one to one, and the schemas are strict. */
class SchemaCommandTest {
    /** Those that have no result: a key that runs, and text for a shell. */
    private static final Set<String> WITHOUT_JSON = Set.of("virtual start", "completion");

    @Test
    void everyCommandHasItsSchemaAndEverySchemaItsCommand() {
        Set<String> expected = CommandTree.actions().stream()
                .filter(action -> !WITHOUT_JSON.contains(action))
                .map(Schemas::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(Schemas.DOCUMENTS);
        assertEquals(expected, JsonDocuments.names());
        assertEquals(List.copyOf(expected), SchemaCommand.names());
    }

    @Test
    void everyObjectNamesItsMembersAndWhichOfThemMustBeThere() {
        List<String> loose = new ArrayList<>();
        for (String name : JsonDocuments.names()) {
            collectLoose(name, JsonMapper.shared().readTree(Schemas.find(name).orElseThrow()), loose);
        }
        assertEquals(List.of(), loose);
    }

    private static void collectLoose(String where, JsonNode schema, List<String> loose) {
        if (schema.path("type").asString("").equals("object")) {
            boolean strict = schema.path("additionalProperties").isObject()
                    || (schema.has("required")
                            && schema.path("additionalProperties").isBoolean());
            if (!strict) {
                loose.add(where);
            }
        }
        schema.properties().forEach(member -> collectLoose(where + "/" + member.getKey(), member.getValue(), loose));
        for (int i = 0; i < schema.size() && schema.isArray(); i++) {
            collectLoose(where + "/" + i, schema.get(i), loose);
        }
    }

    @Test
    void whatIsSharedIsUsed() throws IOException {
        String common =
                new String(Schemas.class.getResourceAsStream("common.json").readAllBytes(), StandardCharsets.UTF_8);
        Set<String> shared = JsonMapper.shared().readTree(common).get("$defs").propertyNames().stream()
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = new TreeSet<>();
        for (String name : JsonDocuments.names()) {
            used.addAll(JsonMapper.shared()
                    .readTree(Schemas.find(name).orElseThrow())
                    .path("$defs")
                    .propertyNames());
        }
        assertEquals(shared, used);
        assertTrue(used.contains("selector"));
    }
}

package dev.seckey.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.seckey.cli.bench.Bench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command's JSON, read by a strict parser. */
class JsonTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--virtual list",
                "--virtual info",
                "--key virtual:u2f-only info",
                "--key virtual:pin-set+nfc info",
                "--virtual verify",
                "--key virtual:counterfeit verify",
                "--key virtual:u2f-only verify",
                "metadata check c1f9a0bc-1dd2-404a-b27f-8e29047a43fd 00000000-0000-0000-0000-000000000000",
                "metadata show 2fc0579f-8113-47ea-b116-bb5a8db9202a",
                "metadata list",
                "metadata status"
            })
    void isOneAsciiDocumentThatNamesItsSchema(String command) throws IOException {
        String json = new Bench(home).run(("--json " + command).split(" ")).out();

        List<String> names = membersOfTheDocument(json);
        assertEquals(List.of("schemaVersion", "command"), names.subList(0, 2));
        assertTrue(json.chars().allMatch(each -> each < 0x7f), json);
    }

    @Test
    void otherLettersAreEscaped() throws IOException {
        Bench bench = new Bench(home);
        bench.keys().plug("/dev/hidraw0", "Schl\u00fcssel \ud83d\udd11", Optional.empty(), "level2");

        String json = bench.run("list", "--json").out();

        membersOfTheDocument(json);
        assertTrue(json.contains("\"Schl\\u00FCssel \\uD83D\\uDD11\""), json);
    }

    /** The names on the first level, in their order; reads to the end, where nothing may follow. */
    private static List<String> membersOfTheDocument(String json) throws IOException {
        List<String> names = new ArrayList<>();
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = strict.createParser(json)) {
            assertEquals(JsonToken.START_OBJECT, parser.nextToken());
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            assertEquals(JsonToken.END_OBJECT, parser.currentToken());
            assertNull(parser.nextToken());
        }
        return names;
    }
}

package dev.seckey.cli.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentsTest {
    private static final String SHOWN = """
            {"schemaVersion": 1, "command": "metadata show", "models": [{
             "aaguid": "c1f9a0bc-1dd2-404a-b27f-8e29047a43fd", "name": "A key", "level": "Level 2",
             "versions": ["FIDO_2_0"], "attestationRoots": 1, "asOf": "2026-06-17", "history": [], "remarks": []}]}
            """;

    @Test
    void whatTheSchemaSaysIsRight() {
        assertEquals(List.of("metadata-show"), JsonDocuments.check(SHOWN));
    }

    @Test
    void severalDocumentsAreEachHeldAgainstTheirs() {
        assertEquals(List.of("metadata-show", "metadata-show"), JsonDocuments.check(SHOWN + SHOWN));
    }

    @Test
    void textIsNoDocument() {
        assertEquals(List.of(), JsonDocuments.check("level: Level 2\n"));
    }

    /** A word of the right document, and one that makes it wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"schemaVersion\": 1, -> ",
                "\"schemaVersion\": 1 -> \"schemaVersion\": 2",
                "metadata show -> metadata none",
                "c1f9a0bc-1dd2 -> c1f9a0bc1dd2",
                "Level 2 -> level 2",
                "2026-06-17 -> 2026-02-30",
                "\"history\": [] -> \"history\": [{}]",
                "\"remarks\": [] -> \"remarks\": [], \"more\": 1",
                "A key -> A k\u00e9y"
            })
    void everythingElseIsWrong(String change) {
        String[] words = change.split(" -> ", -1);
        String wrong = SHOWN.replace(words[0], words[1]);
        assertThrows(AssertionError.class, () -> JsonDocuments.check(wrong));
    }
}

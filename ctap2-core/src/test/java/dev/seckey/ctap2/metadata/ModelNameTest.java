package dev.seckey.ctap2.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.model.Aaguid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelNameTest {
    private static final Aaguid MODEL = aaguid("00000000-0000-4000-8000-000000000001");

    private static Aaguid aaguid(String text) {
        return Aaguid.parse(text).orElseThrow();
    }

    /** An index of one model of this name. */
    private static byte[] index(String name) {
        IndexHeader header = MetadataIndex.embedded().header();
        MetadataEntry entry = new MetadataEntry(
                MODEL,
                name,
                MetadataEntry.FIDO2,
                OptionalLong.empty(),
                List.of(),
                List.of(),
                LocalDate.of(2026, 11, 24),
                List.of(),
                List.of());
        return MetadataIndex.of(header, List.of(entry), Map.of()).toByteArray();
    }

    @Test
    void everyModelOfTheSnapshotIsCalledAsItsEntrySays() {
        byte[] snapshot = MetadataIndex.embedded().toByteArray();
        List<MetadataEntry> entries = MetadataIndex.embedded().entries().toList();

        assertTrue(entries.size() > 200, "the snapshot is there");
        for (MetadataEntry entry : entries) {
            assertEquals(Optional.of(entry.name()), ModelName.in(snapshot, entry.aaguid()));
            assertEquals(Optional.of(entry.name()), MetadataIndex.embeddedName(entry.aaguid()));
        }
    }

    @Test
    void theNamesThatAreShippedAreThoseOfTheSnapshot() throws IOException {
        String snapshot = new String(MetadataIndex.embedded().toByteArray(), StandardCharsets.UTF_8);
        try (InputStream names = MetadataIndex.class.getResourceAsStream("names.jsonl")) {
            assertEquals(SnapshotCompiler.names(snapshot), new String(names.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aModelThatIsNotThereHasNoName() {
        assertEquals(Optional.empty(), ModelName.in(index("A key"), aaguid("00000000-0000-4000-8000-000000000002")));
    }

    @Test
    void lettersThatJsonEscapesComeBackAsTheyWere() {
        for (String name : List.of("Schlüssel", "a \"quoted\" key", "back\\slash\\", "\\", "", "鍵 🔑")) {
            assertEquals(Optional.of(name), ModelName.in(index(name), MODEL));
        }
    }

    @Test
    void anIndexThatWasCutOffIsNotReadFrom() {
        byte[] index = index("A key");

        TrustFault fault =
                assertThrows(TrustFault.class, () -> ModelName.in(Arrays.copyOf(index, index.length - 1), MODEL));

        assertEquals("the metadata index is damaged: its end is missing", fault.getMessage());
    }

    @Test
    void aStoreAnswersFromItsOwnIndexAndAnEmptyOneFromTheSnapshot(@TempDir Path folder) throws Exception {
        MetadataStore store = new MetadataStore(folder);
        MetadataEntry shipped = MetadataIndex.embedded().entries().findFirst().orElseThrow();
        assertEquals(Optional.of(shipped.name()), store.name(shipped.aaguid()));

        Files.write(folder.resolve("metadata.jsonl"), index("A key"));
        assertEquals(Optional.of("A key"), store.name(MODEL));
    }

    @Test
    void aDamagedStoreSaysWhichFileAndWhatToDo(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("metadata.jsonl"), new byte[] {'{', '}'});

        TrustFault fault = assertThrows(TrustFault.class, () -> new MetadataStore(folder).name(MODEL));

        assertEquals("the stored metadata is damaged, fetch it again: " + file, fault.getMessage());
    }
}

package dev.seckey.ctap2.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.metadata.IndexHeader.Source;
import dev.seckey.ctap2.model.Aaguid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataStoreTest {
    private static final String MODEL = "00000000-0000-4000-8000-000000000001";
    private static final TestBlobs SERVICE = TestBlobs.service();

    @TempDir
    private Path home;

    private Path folder;
    private MetadataStore store;

    @BeforeEach
    void makeStore() {
        folder = home.resolve("metadata");
        store = new MetadataStore(folder);
    }

    @Test
    void anEmptyStoreAnswersFromTheSnapshot() {
        assertEquals(Optional.empty(), store.stored().map(MetadataIndex::header));
        assertEquals(IndexHeader.Kind.SNAPSHOT, store.current().header().kind());
    }

    @Test
    void anUpdateIsThereTheNextTime() {
        update(blob(200));
        IndexHeader header = new MetadataStore(folder).current().header();
        assertEquals(IndexHeader.Kind.BLOB, header.kind());
        assertEquals(200, header.number());
        assertEquals(LocalDate.of(2026, 11, 24), header.date());
        assertEquals(Optional.of("CN=mds.fidoalliance.org"), header.signer());
        MetadataEntry entry =
                store.current().find(Aaguid.parse(MODEL).orElseThrow()).orElseThrow();
        assertEquals("A key", entry.name());
        assertEquals(List.of(SERVICE.root().certificate()), store.current().roots(entry));
    }

    @Test
    void theSameNumberAgainAndAHigherOneAreTaken() {
        update(blob(200));
        update(blob(200));
        update(blob(201));
        assertEquals(201, store.current().header().number());
    }

    @Test
    void aLowerNumberIsRefusedAndTheOldDataStay() {
        update(blob(200));
        TrustFault fault = assertThrows(TrustFault.class, () -> update(blob(199)));
        assertEquals("this metadata is older than what is stored: number 199 after 200", fault.getMessage());
        assertEquals(200, store.current().header().number());
    }

    @Test
    void aBlobThatCannotBeBelievedLeavesTheOldDataInPlace() throws IOException {
        update(blob(200));
        byte[] changed = blob(201);
        changed[changed.length - 9] ^= 1;
        assertThrows(TrustFault.class, () -> update(changed));
        assertEquals(200, store.current().header().number());
        assertEquals(0, halfWritten());
    }

    @Test
    void aDamagedFileIsNotReplacedBySilence() throws IOException {
        update(blob(200));
        Path file = folder.resolve("metadata.jsonl");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 10));
        assertThrows(TrustFault.class, store::current);
        update(blob(200));
        assertEquals(200, store.current().header().number());
    }

    @Test
    void aFolderThatCannotBeMadeIsAFileFault() throws IOException {
        Files.writeString(folder, "a file stands where the folder should be");
        assertThrows(FileFault.class, () -> update(blob(200)));
    }

    @Test
    void aListPastItsNextUpdateSaysSinceWhen() {
        IndexHeader header = update(blob(200)).header();
        assertEquals(Optional.empty(), header.staleSince(LocalDate.of(2026, 12, 1)));
        assertEquals(Optional.of(LocalDate.of(2026, 12, 1)), header.staleSince(LocalDate.of(2026, 12, 2)));
        assertEquals(10, header.ageDays(LocalDate.of(2026, 12, 4)));
        assertEquals("2026-11-24 (10 days ago)", header.dated(LocalDate.of(2026, 12, 4)));
        assertEquals("2026-11-24 (1 day ago)", header.dated(LocalDate.of(2026, 11, 25)));
    }

    @Test
    void aListOlderThanTheShippedOneSaysSo() {
        List<String> notes = update(blob(100)).header().notes();
        assertEquals(
                "older than the list shipped with this version: number 100, shipped "
                        + MetadataIndex.embedded().header().number(),
                notes.get(notes.size() - 1));
    }

    @Test
    void whatAKilledUpdateLeftIsClearedAwayLater() throws IOException {
        Path recent = store.scratch();
        Path old = store.scratch();
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        update(blob(200));
        assertTrue(Files.exists(recent), "perhaps another update is at it");
        assertFalse(Files.exists(old));
        assertEquals(200, store.current().header().number());
    }

    private MetadataIndex update(byte[] blob) {
        return store.update(blob, Source.file("blob.jwt"), TestBlobs.NOW, SERVICE.anchors());
    }

    private long halfWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".part")).count();
        }
    }

    private static byte[] blob(long number) {
        String entry = TestBlobs.entry(
                MODEL,
                "A key",
                List.of(SERVICE.root().certificate()),
                TestBlobs.report("FIDO_CERTIFIED_L2", "2025-01-01"));
        return SERVICE.blob(TestBlobs.payload(number, "2026-12-01", entry));
    }
}

package dev.seckey.cli.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.cli.UsageException;
import dev.seckey.transports.Os;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetadataHomeTest {
    @Test
    void onLinuxItIsInTheDataFolderOfTheUser() {
        assertEquals(
                Optional.of(Path.of("/home/ann/.local/share")),
                MetadataHome.systemFolder(Os.LINUX, Map.of("HOME", "/home/ann")));
        assertEquals(
                Optional.of(Path.of("/data")),
                MetadataHome.systemFolder(Os.LINUX, Map.of("HOME", "/home/ann", "XDG_DATA_HOME", "/data")));
    }

    @Test
    void onMacItIsInApplicationSupport() {
        assertEquals(
                Optional.of(Path.of("/Users/ann/Library/Application Support")),
                MetadataHome.systemFolder(Os.MAC, Map.of("HOME", "/Users/ann")));
    }

    @Test
    void onWindowsItIsInLocalAppData() {
        assertEquals(
                Optional.of(Path.of("C:\\Users\\ann\\AppData\\Local")),
                MetadataHome.systemFolder(Os.WINDOWS, Map.of("LOCALAPPDATA", "C:\\Users\\ann\\AppData\\Local")));
    }

    @Test
    void aBlankVariableCountsAsNone() {
        assertEquals(Optional.empty(), MetadataHome.systemFolder(Os.LINUX, Map.of("HOME", " ")));
    }

    @Test
    void withoutAHomeTheSnapshotIsJudgedByAndNothingCanBeStored() {
        MetadataHome home = MetadataHome.of(Optional.empty(), Map.of());

        assertEquals("snapshot", home.index().header().kind().name().toLowerCase(java.util.Locale.ROOT));
        assertThrows(UsageException.class, home::store);
    }
}

package dev.seckey.cli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A ledger in a file. */
class SqliteLedgerTest extends LedgerTamperingContract {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("ledger.sqlite");
    }

    @Override
    LedgerAddress emptyPlace() {
        return LedgerAddress.of(Optional.of(file().toString()), Optional.of(folder), Map.of());
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    @Override
    List<String> withoutTriggers() {
        return List.of("DROP TRIGGER event_stays", "DROP TRIGGER event_is_kept", "DROP TRIGGER claim_stays");
    }

    @Test
    void fourProcessesAtOnceGiveEachPersonExactlyOneKey() throws InterruptedException {
        FourProcesses.giveEachPersonOneKey(file().toString(), emptyPlace(), folder);
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (Ledger ledger = emptyPlace().open(Benches.desk("A"), Benches.CLOCK)) {
            ledger.append(Benches.full());
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.filter(file ->
                                file.toString().contains(file().getFileName().toString()))
                        .toList()) {
                    assertEquals(
                            "rw-------",
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(each)),
                            each::toString);
                }
            }
        }
    }

    /** The same file, opened so that SQLite itself runs into what a disk does. */
    private Ledger opened(Consumer<SQLiteConfig> how) {
        SqliteFile file = new SqliteFile(file());
        SQLiteConfig config = new SQLiteConfig();
        how.accept(config);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file());
        return new JdbcLedger(new Twisted(file, source), Benches.desk("A"), Benches.CLOCK);
    }

    private record Twisted(Database original, DataSource source) implements Database {
        @Override
        public String title() {
            return original.title();
        }

        @Override
        public String dialect() {
            return original.dialect();
        }

        @Override
        public String begin() {
            return original.begin();
        }

        @Override
        public boolean isCollision(SQLException e) {
            return original.isCollision(e);
        }

        @Override
        public FileFault fault(String doing, SQLException e) {
            return original.fault(doing, e);
        }
    }

    @Test
    void aFullDiskIsSaidAndTakesNothingAway() {
        emptyPlace().open(Benches.desk("A"), Benches.CLOCK).close();
        List<Head> reported = new ArrayList<>();
        FileFault fault;
        try (Ledger tight = opened(config -> config.setMaxPageCount(30))) {
            fault = assertThrows(FileFault.class, () -> {
                for (int i = 0; i < 1000; i++) {
                    reported.add(tight.append(Benches.full()).head());
                }
            });
        }
        assertEquals("cannot write the ledger " + file(), fault.getMessage());
        assertEquals(Optional.of("the disk is full: make room, and run it again"), fault.hint());
        try (Ledger ledger = emptyPlace().open(Benches.desk("A"), Benches.CLOCK)) {
            assertEquals(List.of(), ledger.check(reported));
            assertEquals(reported.size() + 1, ledger.append(Benches.full()).sequence());
        }
    }

    @Test
    void aDiskWithoutRoomForABoxOfKeysIsSaidBeforeAnythingIsWritten() {
        SqliteFile file = new SqliteFile(file());
        FileFault fault = assertThrows(FileFault.class, () -> file.requireRoom(Long.MAX_VALUE));
        assertTrue(
                fault.getMessage().matches("the disk with the ledger .* is full: \\d+ KB are free"), fault::getMessage);
        file.requireRoom(0);
    }

    @Test
    void aFileThatCanOnlyBeReadIsSaid() {
        emptyPlace().open(Benches.desk("A"), Benches.CLOCK).close();
        try (Ledger ledger = opened(config -> config.setReadOnly(true))) {
            FileFault fault = assertThrows(FileFault.class, () -> ledger.append(Benches.full()));
            assertEquals(Optional.of("the file, or its folder, can only be read"), fault.hint());
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        LedgerAddress address = LedgerAddress.of(
                Optional.of(folder.resolve("nowhere/ledger").toString()), Optional.of(folder), Map.of());
        FileFault fault = assertThrows(FileFault.class, () -> address.open(Benches.desk("A"), Benches.CLOCK));
        assertEquals(Optional.of("is there such a folder, and may this account use it?"), fault.hint());
    }
}

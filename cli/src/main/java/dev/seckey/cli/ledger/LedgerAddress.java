package dev.seckey.cli.ledger;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.fault.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Where a ledger is: a file, or a PostgreSQL server by its URL. */
public final class LedgerAddress {
    private static final String FILE = "ledger.sqlite";

    /** The log alone grows to 4 MB before its content goes into the file. */
    private static final long ROOM = 8 << 20;

    private final Optional<Path> home;
    private final Optional<String> given;
    private final Map<String, String> environment;

    private LedgerAddress(Optional<Path> home, Optional<String> given, Map<String, String> environment) {
        this.home = home;
        this.given = given;
        this.environment = environment;
    }

    /**
     * What the option says, else SECKEY_LEDGER, else a file in seckey's home.
     *
     * @param home seckey's folder, where there is one
     */
    public static LedgerAddress of(Optional<String> option, Optional<Path> home, Map<String, String> environment) {
        Optional<String> given = option.or(() -> Optional.ofNullable(environment.get("SECKEY_LEDGER")))
                .filter(text -> !text.isBlank());
        return new LedgerAddress(home, given, environment);
    }

    /** How to call it in messages; without a password. */
    public String title() {
        return database().title();
    }

    /**
     * Opens it, and makes it if there is none.
     *
     * @throws FileFault if it cannot be reached, has no room for a box of keys, or is something else than a ledger
     */
    public Ledger open(Desk desk, Clock clock) {
        return open(database(), ROOM, desk, clock);
    }

    /**
     * Opens it to look into it.
     *
     * @throws FileFault also if there is none
     */
    public Ledger openExisting(Desk desk, Clock clock) {
        Database database = database();
        if (database instanceof SqliteFile sqlite && !Files.exists(sqlite.file())) {
            throw new FileFault(
                    "there is no ledger " + sqlite.file(),
                    "name it with --ledger FILE or --ledger postgresql://USER@HOST/DATABASE; \"seckey provision\" makes one");
        }
        return open(database, 0, desk, clock);
    }

    private Ledger open(Database database, long room, Desk desk, Clock clock) {
        if (database instanceof SqliteFile sqlite) {
            prepare(sqlite.file());
            sqlite.requireRoom(room);
            sqlite.makeOwnersOnly();
        }
        new Schema(database).ensure();
        return new JdbcLedger(database, desk, clock);
    }

    private void prepare(Path file) {
        home.ifPresent(SqliteNative::unpack);
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (given.isEmpty()) {
                Files.createDirectories(folder); // our own home; a folder that the user names must be there
            }
        } catch (IOException e) {
            throw new FileFault("the folder " + folder + " for the ledger cannot be made", e);
        }
    }

    private Database database() {
        if (given.isEmpty()) {
            return new SqliteFile(home.orElseThrow(() -> new UsageException(
                            "there is no folder to keep a ledger in", "name a file with --ledger FILE"))
                    .resolve(FILE));
        }
        String address = given.get();
        if (address.startsWith("postgresql://") || address.startsWith("postgres://")) {
            return new PostgresServer(address, environment);
        }
        if (address.contains("://")) {
            throw new UsageException("a ledger is a file, or postgresql://USER@HOST/DATABASE");
        }
        try {
            return new SqliteFile(Path.of(address));
        } catch (InvalidPathException e) {
            throw new UsageException("the ledger's name is no path: " + address);
        }
    }
}

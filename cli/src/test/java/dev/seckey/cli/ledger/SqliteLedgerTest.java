package dev.seckey.cli.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A ledger in a file. */
class SqliteLedgerTest extends LedgerContract {
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
}

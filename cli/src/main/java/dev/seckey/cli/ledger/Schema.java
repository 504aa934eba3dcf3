package dev.seckey.cli.ledger;

import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.transport.Sleeper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to the state that this version knows. Flyway takes half a second, so it is asked only if it must be. */
final class Schema {
    /** Of the newest migration. */
    private static final int VERSION = 2;

    /** Several benches may start on an empty database at once: the others wait until one has made the tables. */
    private static final int ATTEMPTS = 40;

    private static final long PAUSE_MILLIS = 250;

    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final Database database;

    Schema(Database database) {
        this.database = database;
    }

    void ensure() {
        for (int attempt = 1; ; attempt++) {
            Optional<Integer> version = version();
            if (version.isPresent() && version.get() == VERSION) {
                return;
            }
            if (version.isPresent() && version.get() > VERSION) {
                throw new FileFault(
                        "the ledger " + database.title() + " was made by a newer seckey",
                        "install that version here too");
            }
            try {
                migrate();
            } catch (FlywayException e) {
                if (attempt == ATTEMPTS || !isWorthWaiting(e)) {
                    throw fault(e);
                }
                Sleeper.SYSTEM.sleep(PAUSE_MILLIS);
            } catch (SQLException e) {
                throw database.fault("open", e);
            }
        }
    }

    /** Empty if nothing was ever migrated there. */
    private Optional<Integer> version() {
        try (Connection connection = database.source().getConnection()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history")) {
                return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
            } catch (SQLException e) {
                if (isMissingTable(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        } catch (SQLException e) {
            throw database.fault("open", e);
        }
    }

    /** PostgreSQL has a state for that; SQLite only a message (and its general code, 1). */
    private static boolean isMissingTable(SQLException e) {
        return "42P01".equals(e.getSQLState())
                || String.valueOf(e.getMessage()).contains("no such table: flyway_schema_history");
    }

    private void migrate() throws SQLException {
        FLYWAY.setLevel(Level.OFF);
        DataSource source = database.source();
        String here = "classpath:dev/seckey/cli/ledger/";
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations(here + "common", here + database.dialect())
                .load()
                .migrate();
    }

    /** Another bench is just making the tables; a database that holds something else stays refused. */
    private boolean isWorthWaiting(FlywayException e) {
        return causeOf(e).isPresent() && !String.valueOf(e.getMessage()).contains("non-empty schema");
    }

    private FileFault fault(FlywayException e) {
        if (String.valueOf(e.getMessage()).contains("non-empty schema")) {
            return new FileFault(
                    "the database " + database.title() + " holds something else than a ledger",
                    "give the ledger a file, or a database, of its own",
                    e);
        }
        return causeOf(e)
                .map(cause -> database.fault("prepare", cause))
                .orElseGet(() -> new FileFault("the ledger " + database.title() + " cannot be prepared", e));
    }

    private static Optional<SQLException> causeOf(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}

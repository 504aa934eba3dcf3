package dev.seckey.cli.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * One connection and what runs on it: each piece of work whole or not at all, again if another bench came into its way.
 * A connection that broke is not used again; the next piece of work makes a new one.
 */
final class Transactions implements AutoCloseable {
    private static final int ATTEMPTS = 100;

    private final Database database;
    private Optional<Connection> connection = Optional.empty();

    Transactions(Database database) {
        this.database = database;
    }

    /** What is done in a transaction. It may be done more than once. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Work that adds rows. */
    <T> T write(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !database.isCollision(e)) {
                    throw database.fault("write", e);
                }
            }
        }
    }

    private <T> T attempt(Work<T> work) throws SQLException {
        try {
            Connection open = connection();
            execute(open, database.begin());
            T result = work.run(open);
            execute(open, "COMMIT");
            return result;
        } catch (SQLException | RuntimeException e) {
            drop(); // the server, or the file's lock, forgets what was begun
            throw e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Work that only looks: it sees one moment, and keeps nobody from writing. */
    <T> T read(Work<T> work) {
        try {
            Connection open = connection();
            open.setAutoCommit(false); // only so does PostgreSQL send rows little by little
            T result = work.run(open);
            open.setAutoCommit(true);
            return result;
        } catch (SQLException e) {
            drop();
            throw database.fault("read", e);
        } catch (RuntimeException e) {
            drop();
            throw e;
        }
    }

    private Connection connection() throws SQLException {
        if (connection.isEmpty()) {
            Connection fresh = database.source().getConnection();
            connection = Optional.of(fresh);
        }
        return connection.get();
    }

    private void drop() {
        connection.ifPresent(open -> {
            try {
                open.close();
            } catch (SQLException e) {
                // it is broken already
            }
        });
        connection = Optional.empty();
    }

    /** What was promised is on the disk already. */
    @Override
    public void close() {
        drop();
    }
}

package dev.seckey.cli.ledger;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Events as rows of their table. */
final class EventRows {
    private static final String ADD =
            "INSERT INTO event (bench, sequence, previous, hash, body, position, kind, batch, key_id, serial, asset, person)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int AT_A_TIME = 500;

    private EventRows() {}

    static void add(Connection connection, Event event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            List<String> columns = columns(event);
            statement.setString(1, event.bench());
            statement.setLong(2, event.sequence());
            statement.setString(3, event.previous().hex());
            statement.setString(4, event.hash().hex());
            statement.setString(5, EventJson.write(event));
            statement.setLong(6, event.position());
            for (int i = 0; i < columns.size(); i++) {
                statement.setString(7 + i, columns.get(i));
            }
            statement.executeUpdate();
        }
    }

    /** Where the next event stands among those of all benches. */
    static long nextPosition(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT MAX(position) FROM event");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) + 1 : 1;
        }
    }

    /** What repeats members of the body: kind, batch, key_id, serial, asset, person; null where absent. */
    static List<String> columns(Event event) {
        Entry entry = event.entry();
        List<String> columns = new ArrayList<>();
        columns.add(entry.kind().name());
        columns.add(entry.batch().orElse(null));
        columns.add(entry.key().map(KeyIdentity::id).orElse(null));
        columns.add(entry.key().flatMap(KeyIdentity::serial).orElse(null));
        columns.add(entry.key().flatMap(KeyIdentity::asset).orElse(null));
        columns.add(entry.person().map(person -> person.id()).orElse(null));
        return columns;
    }

    static Optional<Head> head(Connection connection, String bench) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT bench, sequence, hash FROM event WHERE bench = ? ORDER BY sequence DESC LIMIT 1")) {
            statement.setString(1, bench);
            return heads(statement).stream().findFirst();
        }
    }

    static List<Head> heads(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT bench, sequence, hash FROM event e WHERE sequence ="
                        + " (SELECT MAX(sequence) FROM event WHERE bench = e.bench) ORDER BY bench")) {
            return heads(statement);
        }
    }

    private static List<Head> heads(PreparedStatement statement) throws SQLException {
        List<Head> heads = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(new Head(row.getString(1), row.getLong(2), Bytes.fromHex(row.getString(3))));
            }
        }
        return heads;
    }

    static void read(Connection connection, Query query, Consumer<Event> each) throws SQLException {
        List<String> values = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        condition("kind", query.kind().map(EventKind::name), where, values);
        condition("batch", query.batch(), where, values);
        condition("key_id", query.keyId(), where, values);
        condition("serial", query.serial(), where, values);
        condition("asset", query.asset(), where, values);
        condition("person", query.person(), where, values);
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT bench, sequence, hash, body FROM event" + where + " ORDER BY position, bench, sequence")) {
            statement.setFetchSize(AT_A_TIME);
            for (int i = 0; i < values.size(); i++) {
                statement.setString(1 + i, values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    each.accept(event(row));
                }
            }
        }
    }

    private static void condition(String column, Optional<String> value, StringBuilder where, List<String> values) {
        value.ifPresent(wanted -> {
            where.append(where.isEmpty() ? " WHERE " : " AND ").append(column).append(" = ?");
            values.add(wanted);
        });
    }

    private static Event event(ResultSet row) throws SQLException {
        try {
            return EventJson.read(row.getString(4), Bytes.fromHex(row.getString(3)));
        } catch (RuntimeException e) {
            throw new FileFault(
                    "row " + row.getString(1) + "#" + row.getLong(2) + " of the ledger was altered and cannot be read",
                    "\"seckey ledger check\" says what else is not as it was written",
                    e);
        }
    }
}

package dev.seckey.cli.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that only one can add: a subject's next turn. Whoever comes second finds the turn taken, looks again, and sees what
 * the first has done. A person and a key are bound at odd turns and free again at even ones.
 */
final class Claims {
    /** Whose holder says whether this ledger is of simulated keys. */
    private static final String KEYS = "keys";

    static final String SIMULATED = "SIMULATED";
    static final String REAL = "real";

    private final Connection connection;

    Claims(Connection connection) {
        this.connection = connection;
    }

    static String ofPerson(String id) {
        return "person:" + id;
    }

    static String ofKey(String id) {
        return "key:" + id;
    }

    static String ofSeries(String pattern) {
        return "series:" + pattern;
    }

    /** The newest turn of a subject. */
    record Turn(long number, String holder) {
        static final Turn NONE = new Turn(0, "");

        boolean isBound() {
            return number % 2 == 1;
        }
    }

    Turn last(String subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT turn, holder FROM claim WHERE subject = ? ORDER BY turn DESC LIMIT 1")) {
            statement.setString(1, subject);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Turn(row.getLong(1), row.getString(2)) : Turn.NONE;
            }
        }
    }

    /** The turn that a holder has of a subject. */
    Optional<Long> turnOf(String subject, String holder) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT turn FROM claim WHERE subject = ? AND holder = ?")) {
            statement.setString(1, subject);
            statement.setString(2, holder);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    void add(String subject, long turn, String holder, Event event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO claim (subject, turn, holder, bench, sequence) VALUES (?, ?, ?, ?, ?)")) {
            statement.setString(1, subject);
            statement.setLong(2, turn);
            statement.setString(3, holder);
            statement.setString(4, event.bench());
            statement.setLong(5, event.sequence());
            statement.executeUpdate();
        }
    }

    /** Of which kind the keys in this ledger are; the first key decides. */
    Optional<String> kindOfKeys() throws SQLException {
        return Optional.of(last(KEYS)).filter(Turn::isBound).map(Turn::holder);
    }

    void markKindOfKeys(String kind, Event event) throws SQLException {
        add(KEYS, 1, kind, event);
    }

    /** From the person's id to the key's. */
    Map<String, String> bindings() throws SQLException {
        Map<String, String> bound = new HashMap<>();
        String prefix = ofPerson("");
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT subject, turn, holder FROM claim WHERE subject LIKE 'person:%' ORDER BY subject, turn");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String person = row.getString(1).substring(prefix.length());
                if (new Turn(row.getLong(2), row.getString(3)).isBound()) {
                    bound.put(person, row.getString(3));
                } else {
                    bound.remove(person);
                }
            }
        }
        return bound;
    }
}

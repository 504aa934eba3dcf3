package dev.seckey.cli.ledger;

import dev.seckey.ctap2.bytes.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recomputes the chain of each bench and says which row is not what it was, or is gone. A tail that was cut off, or a
 * chain that was rewritten from some row to its end, shows only against a head that was kept elsewhere.
 */
final class ChainCheck {
    private static final String ROWS =
            "SELECT bench, sequence, previous, hash, body, position, kind, batch, key_id, serial, asset, person FROM event"
                    + " ORDER BY bench, sequence";
    private static final int AT_A_TIME = 500;
    private static final int FIRST_COPY = 7;

    private final Connection connection;
    private final List<String> findings = new ArrayList<>();
    private final ClaimCheck claims = new ClaimCheck();
    private final Map<String, Head> ends = new HashMap<>();

    ChainCheck(Connection connection) {
        this.connection = connection;
    }

    List<String> run(List<Head> known) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setFetchSize(AT_A_TIME);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    check(row);
                }
            }
        }
        findings.addAll(claims.run(connection));
        for (Head head : known) {
            compare(head);
        }
        return findings;
    }

    private void check(ResultSet row) throws SQLException {
        String bench = row.getString(1);
        long sequence = row.getLong(2);
        String id = bench + "#" + sequence;
        Head last = ends.getOrDefault(bench, new Head(bench, 0, JdbcLedger.NO_PREVIOUS));
        if (sequence != last.sequence() + 1) {
            findings.add(gap(bench, last.sequence() + 1, sequence - 1));
        } else if (!last.hash().hex().equals(row.getString(3))) {
            findings.add("row " + id + " does not follow the row before it: one of the two was rewritten");
        }
        ends.put(bench, new Head(bench, sequence, parsed(row.getString(4))));
        Optional<Event> event = intact(row);
        if (event.isPresent()) {
            claims.expect(event.get());
        } else {
            findings.add("row " + id + " was altered: it is not what its hash was taken of");
        }
    }

    private static String gap(String bench, long from, long to) {
        return from == to
                ? "row " + bench + "#" + from + " is missing"
                : "rows " + bench + "#" + from + " to " + bench + "#" + to + " are missing";
    }

    /** The event, if body, hash and columns say the same. */
    private static Optional<Event> intact(ResultSet row) throws SQLException {
        String body = row.getString(5);
        Event event;
        try {
            event = EventJson.read(body, EventJson.hashOf(body));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        boolean same = event.hash().hex().equals(row.getString(4))
                && event.previous().hex().equals(row.getString(3))
                && event.bench().equals(row.getString(1))
                && event.sequence() == row.getLong(2)
                && event.position() == row.getLong(6);
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < EventRows.columns(event).size(); i++) {
            copies.add(row.getString(FIRST_COPY + i));
        }
        return same && copies.equals(EventRows.columns(event)) ? Optional.of(event) : Optional.empty();
    }

    private static Bytes parsed(String hex) {
        try {
            return Bytes.fromHex(hex);
        } catch (RuntimeException e) {
            return Bytes.EMPTY;
        }
    }

    private void compare(Head head) throws SQLException {
        String sql = head.isAnywhere()
                ? "SELECT 1 FROM event WHERE hash = ?"
                : "SELECT 1 FROM event WHERE hash = ? AND bench = ? AND sequence = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, head.hash().hex());
            if (!head.isAnywhere()) {
                statement.setString(2, head.bench());
                statement.setLong(3, head.sequence());
            }
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    findings.add(lost(head));
                }
            }
        }
    }

    private String lost(Head head) {
        if (head.isAnywhere()) {
            return "no row has the hash " + head.hash().hex() + ": the end of a chain was cut off or rewritten";
        }
        long end =
                Optional.ofNullable(ends.get(head.bench())).map(Head::sequence).orElse(0L);
        return end < head.sequence()
                ? "the end of the chain was cut off: " + head.bench() + " ended at row " + head.sequence()
                        + ", and ends now at " + end
                : "row " + head.bench() + "#" + head.sequence() + " was rewritten: its hash was "
                        + head.hash().hex();
    }
}

package dev.seckey.cli.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the claims are those that the events tell of, no more and no fewer. */
final class ClaimCheck {
    private final Set<Claim> expected = new LinkedHashSet<>();

    /** A row of the claims without its turn, which the event does not tell. */
    private record Claim(String subject, String holder, String event) {
        @Override
        public String toString() {
            return "of " + subject + (holder.isEmpty() ? "" : " for " + holder) + " by row " + event;
        }
    }

    void expect(Event event) {
        if (event.entry().key().isEmpty()) {
            return;
        }
        String key = event.entry().key().get().id();
        String person = event.entry().person().map(who -> who.id()).orElse("");
        switch (event.entry().kind()) {
            case PERSON_CLAIMED -> {
                expected.add(new Claim(Claims.ofPerson(person), key, event.id()));
                expected.add(new Claim(Claims.ofKey(key), person, event.id()));
            }
            case PERSON_RELEASED -> {
                expected.add(new Claim(Claims.ofPerson(person), "", event.id()));
                expected.add(new Claim(Claims.ofKey(key), "", event.id()));
            }
            case ASSET_CLAIMED ->
                expected.add(new Claim(
                        Claims.ofSeries(EventJson.seriesOf(event.entry().details())), key, event.id()));
            default -> {
                // claims nothing
            }
        }
    }

    List<String> run(Connection connection) throws SQLException {
        List<String> findings = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT subject, turn, holder, bench, sequence"
                        + " FROM claim WHERE subject LIKE '%:%' ORDER BY subject, turn");
                ResultSet row = statement.executeQuery()) {
            String subject = "";
            long turn = 0;
            while (row.next()) {
                Claim claim = new Claim(row.getString(1), row.getString(3), row.getString(4) + "#" + row.getLong(5));
                turn = claim.subject().equals(subject) ? turn + 1 : 1;
                subject = claim.subject();
                if (!expected.remove(claim) || turn != row.getLong(2)) {
                    findings.add("the claim " + claim + " was altered, or no event tells of it");
                    turn = row.getLong(2);
                }
            }
        }
        expected.forEach(claim -> findings.add("the claim " + claim + " is missing"));
        return findings;
    }
}

package dev.seckey.cli.ledger;

import java.util.Optional;

/** Which events are wanted: those that match all that is given. */
public record Query(
        Optional<EventKind> kind,
        Optional<String> batch,
        Optional<String> keyId,
        Optional<String> serial,
        Optional<String> asset,
        Optional<String> person) {
    public static final Query ALL = new Query(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Query kind(EventKind wanted) {
        return new Query(Optional.of(wanted), batch, keyId, serial, asset, person);
    }

    public Query batch(String wanted) {
        return new Query(kind, Optional.of(wanted), keyId, serial, asset, person);
    }

    public Query keyId(String wanted) {
        return new Query(kind, batch, Optional.of(wanted), serial, asset, person);
    }

    public Query serial(String wanted) {
        return new Query(kind, batch, keyId, Optional.of(wanted), asset, person);
    }

    public Query asset(String wanted) {
        return new Query(kind, batch, keyId, serial, Optional.of(wanted), person);
    }

    /** @param id the person's id */
    public Query person(String id) {
        return new Query(kind, batch, keyId, serial, asset, Optional.of(id));
    }
}

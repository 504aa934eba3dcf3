package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.users.Person;
import java.util.Optional;

/**
 * What the ledger knows of one key.
 *
 * @param sure whether it is this key, and not only one that may be
 * @param key with its asset label, if it has one
 * @param done whether this policy was carried through on it
 * @param person whose it is
 * @param unfinished what was begun on it
 * @param finishedHere whether that was in this very run
 */
record Known(
        KeyIdentity key,
        boolean sure,
        boolean done,
        Optional<Person> person,
        Optional<Unfinished> unfinished,
        boolean finishedHere) {
    static Known nothing(KeyIdentity key) {
        return new Known(key, true, false, Optional.empty(), Optional.empty(), false);
    }

    /** A strange key that looks like those that were set up. */
    static Known likeThoseDone(KeyIdentity key) {
        return new Known(key, false, true, Optional.empty(), Optional.empty(), false);
    }

    /** @param sure whether it is surely the one that was begun */
    static Known of(Unfinished left, boolean sure) {
        return new Known(left.key(), sure, false, left.person(), Optional.of(left), false);
    }

    /** What is surely known of what was done to it. */
    Optional<Unfinished> surelyUnfinished() {
        return unfinished.filter(left -> sure);
    }
}

package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.users.Person;
import java.util.Optional;

/**
 * What the ledger knows of one key.
 *
 * @param key with its asset label, if it has one
 * @param done whether this policy was carried through on it
 * @param person whose it is
 * @param unfinished what was begun on it
 * @param finishedHere whether that was in this very run
 */
record Known(
        KeyIdentity key, boolean done, Optional<Person> person, Optional<Unfinished> unfinished, boolean finishedHere) {
    static Known nothing(KeyIdentity key) {
        return new Known(key, false, Optional.empty(), Optional.empty(), false);
    }

    Known asDone() {
        return new Known(key, true, person, unfinished, finishedHere);
    }

    static Known of(Unfinished left) {
        return new Known(left.key(), false, left.person(), Optional.of(left), false);
    }
}

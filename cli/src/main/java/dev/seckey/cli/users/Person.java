package dev.seckey.cli.users;

import java.util.Optional;

/**
 * Somebody who gets a key.
 *
 * @param id what is theirs alone: a staff number, an account, an e-mail address
 * @param name as it stands on the envelope, in any script
 * @param row the line of the users' file, counted from 1 with the header; 0 for somebody named otherwise
 */
public record Person(String id, String name, Optional<String> email, int row) {
    /** Somebody who was not read from a file. */
    public static Person of(String id, String name) {
        return new Person(id, name, Optional.empty(), 0);
    }
}

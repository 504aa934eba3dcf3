package dev.seckey.cli.provision;

import dev.seckey.cli.provision.plan.Refusal;
import dev.seckey.cli.users.Person;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who gets a key.
 *
 * @param person absent where nobody is named
 * @param refusal why nobody can get it
 */
record Recipient(Optional<Person> person, Optional<Refusal> refusal) {
    /**
     * Whose it is already, or the next of those who wait.
     *
     * @param several whether several keys are worked on at once
     * @param next asked only where the key goes to somebody new
     */
    static Recipient of(Known known, People people, boolean several, Supplier<Optional<Person>> next) {
        if (!people.areNamed()) {
            return new Recipient(known.person(), Optional.empty());
        }
        if (several && known.key().serial().isEmpty()) {
            return nobody(
                    Refusal.Kind.NOT_RECOGNISABLE,
                    "it has no serial number, so among several keys nobody could say whose it is",
                    "give out keys without serial numbers one at a time (without --parallel)");
        }
        Optional<Person> person = known.person().or(next);
        return person.isPresent()
                ? new Recipient(person, Optional.empty())
                : nobody(
                        Refusal.Kind.TAKEN,
                        "everybody in the users' file has a key",
                        "keep this key for somebody else");
    }

    private static Recipient nobody(Refusal.Kind kind, String why, String advice) {
        return new Recipient(Optional.empty(), Optional.of(new Refusal(kind, why, Optional.of(advice))));
    }
}

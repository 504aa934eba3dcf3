package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.users.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who gets the next key: the people of a users' file, each once, over all benches. Belongs to the ledger's thread. */
public final class People {
    /** Nobody is named. */
    public static final People NOBODY = new People(List.of());

    private final List<Person> people;
    private final Set<String> unavailable = new HashSet<>();

    public People(List<Person> people) {
        this.people = List.copyOf(people);
    }

    boolean areNamed() {
        return !people.isEmpty();
    }

    /**
     * Binds the first person who has no key to this one.
     *
     * @return empty when all have one
     */
    Optional<Person> claim(Ledger ledger, Entry entry) {
        Map<String, String> bound = ledger.bindings();
        for (Person person : people) {
            boolean free = !bound.containsKey(person.id()) && !unavailable.contains(person.id());
            if (free && ledger.claimPerson(person, entry).isPresent()) {
                return Optional.of(person);
            }
        }
        return Optional.empty();
    }

    /** Not in this run: their PIN, say, is none that a key takes. */
    void passOver(Person person) {
        unavailable.add(person.id());
    }

    /** Those who have no key. */
    List<Person> without(Ledger ledger) {
        Map<String, String> bound = ledger.bindings();
        List<Person> left = new ArrayList<>(people);
        left.removeIf(person -> bound.containsKey(person.id()));
        return left;
    }
}

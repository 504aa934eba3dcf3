package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.ReadableLedger;
import dev.seckey.cli.users.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who gets the next key: the people of a users' file, each once, over all benches. Belongs to the ledger's thread. */
public final class People {
    private final boolean named;
    private final Map<String, Person> waiting = new LinkedHashMap<>();

    /** @param people empty: nobody is named */
    public People(List<Person> people, ReadableLedger ledger) {
        named = !people.isEmpty();
        people.forEach(person -> waiting.put(person.id(), person));
        if (named) {
            waiting.keySet().removeAll(ledger.bindings().keySet());
        }
    }

    boolean areNamed() {
        return named;
    }

    /**
     * Binds the first person who has no key to the entry's.
     *
     * @return empty when all have one
     */
    Optional<Person> claim(Ledger ledger, Entry entry) {
        while (!waiting.isEmpty()) {
            Person next = waiting.values().iterator().next();
            waiting.remove(next.id());
            if (ledger.claimPerson(next, entry).isPresent()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** Back to those who wait. */
    void release(Person person) {
        waiting.put(person.id(), person);
    }

    /** Those who have no key. */
    public List<Person> waiting() {
        return List.copyOf(waiting.values());
    }
}

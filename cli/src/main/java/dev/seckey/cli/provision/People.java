package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.ReadableLedger;
import dev.seckey.cli.users.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who gets the next key: the people of a users' file, each once, over all benches. Belongs to the ledger's thread. */
public final class People {
    private final Map<String, Person> all = new HashMap<>();
    private final SortedMap<Integer, Person> waiting = new TreeMap<>();

    /** @param people empty: nobody is named */
    public People(List<Person> people, ReadableLedger ledger) {
        Set<String> served = people.isEmpty() ? Set.of() : ledger.bindings().keySet();
        for (Person person : people) {
            all.put(person.id(), person);
            if (!served.contains(person.id())) {
                waiting.put(person.row(), person);
            }
        }
    }

    boolean areNamed() {
        return !all.isEmpty();
    }

    /**
     * Binds the first person who has no key to the entry's.
     *
     * @return empty when all have one
     */
    Optional<Person> claim(Ledger ledger, Entry entry) {
        while (!waiting.isEmpty()) {
            Person next = waiting.remove(waiting.firstKey());
            if (ledger.claimPerson(next, entry).isPresent()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** The first person who has no key, for a plan that is only looked at: the next one is asked for after that. */
    Optional<Person> pass() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.remove(waiting.firstKey()));
    }

    /** Back to those who wait, to their place in the file. */
    void release(Person person) {
        Optional.ofNullable(all.get(person.id())).ifPresent(known -> waiting.put(known.row(), known));
    }

    /** Whether keys are wanted: by somebody who is named, or by nobody in particular. */
    boolean wantKeys() {
        return !areNamed() || !waiting.isEmpty();
    }

    /** Those who have no key. */
    public List<Person> waiting() {
        return List.copyOf(waiting.values());
    }
}

package dev.seckey.cli.ledger;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.fault.FileFault;
import java.util.List;
import java.util.Optional;

/**
 * Events that are only ever added. Belongs to one thread. Every method throws {@link FileFault} when the file or the
 * server fails; then nothing was added, or (when a connection broke while the server answered) the next look tells.
 */
public interface Ledger extends ReadableLedger {
    /**
     * Adds one event to the chain of this bench; durable when it returns.
     *
     * @throws UsageException if the key is simulated and the ledger has real ones, or the reverse
     */
    default Event append(Entry entry) {
        return append(List.of(entry)).get(0);
    }

    /** Several events one after another: all of them, or none. */
    List<Event> append(List<Entry> entries);

    /**
     * Binds a person to the entry's key, for all benches at once. Asking again for the same two gives the same event.
     *
     * @param entry names the key; its kind becomes {@link EventKind#PERSON_CLAIMED}
     * @return empty if the person has another key, or the key another person: nothing was added then
     */
    Optional<Event> claimPerson(Person person, Entry entry);

    /** Takes the binding of the entry's key back; empty if there is none. */
    Optional<Event> releasePerson(Entry entry);

    /**
     * The next number of a series that no bench has had, from 1; {@link EventKind#ASSET_CLAIMED} is added with it. A key
     * keeps its number: asking again for the same series and key gives the same.
     *
     * @param series what the numbers belong to: the label's pattern
     * @param entry names the key; its details become the series and the number
     */
    long claimAssetNumber(String series, Entry entry);
}

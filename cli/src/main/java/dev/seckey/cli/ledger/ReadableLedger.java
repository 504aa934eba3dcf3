package dev.seckey.cli.ledger;

import dev.seckey.ctap2.fault.FileFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger to look into. Belongs to one thread. Every method throws {@link FileFault} when the file or the server fails. */
public interface ReadableLedger extends AutoCloseable {
    /**
     * Who has a key, and which.
     *
     * @return from the person's id to the key's
     */
    Map<String, String> bindings();

    /** Events in the order in which they were added, one by one: a large ledger is never held in memory. They are not to use the ledger. */
    void read(Query query, Consumer<Event> each);

    /** As {@link #read}, for few. */
    List<Event> list(Query query);

    /** The end of this bench's chain; empty before its first event. */
    Optional<Head> head();

    /** The ends of all chains, by bench. */
    List<Head> heads();

    /**
     * Recomputes all chains.
     *
     * @param known heads that were kept elsewhere
     * @return what is wrong, one line each; empty if the ledger is whole
     */
    List<String> check(List<Head> known);

    @Override
    void close();
}

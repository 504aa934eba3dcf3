package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.ledger.Query;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ledger as provisioning writes it; the register keeps up with it. Belongs to the thread of the ledger. */
public final class Journal {
    private final Ledger ledger;
    private final Register register;

    public Journal(Ledger ledger, Register register) {
        this.ledger = ledger;
        this.register = register;
    }

    Ledger ledger() {
        return ledger;
    }

    Register register() {
        return register;
    }

    void append(List<Entry> entries) {
        ledger.append(entries);
        entries.forEach(register::follow);
    }

    /**
     * Takes back what an earlier run gave to keys before it was interrupted, and what it began without sending anything:
     * the keys are as they were, and their people are given others.
     */
    void tidy(Batch batch) {
        Set<String> idle = new HashSet<>();
        register.unfinished().stream().filter(Unfinished::isUntouched).forEach(left -> {
            append(List.of(batch.entry(EventKind.OUTCOME, left.key())
                    .ending(Outcome.UNDONE)
                    .saying(Details.of(out -> out.member("why", "nothing was sent to the key")))));
            idle.add(left.key().id());
        });
        Map<String, KeyIdentity> claims = new LinkedHashMap<>();
        ledger.read(Query.ALL.kind(EventKind.PERSON_CLAIMED), event -> {
            boolean ofARun = event.entry().batch().isPresent(); // and not a person's own assignment
            if (ofARun && event.bench().equals(register.bench())) {
                event.entry().key().ifPresent(key -> claims.put(key.id(), key));
            }
        });
        claims.keySet().retainAll(ledger.bindings().values());
        ledger.read(
                Query.ALL.kind(EventKind.INTENT),
                event -> event.entry()
                        .key()
                        .map(KeyIdentity::id)
                        .filter(id -> !idle.contains(id))
                        .ifPresent(claims::remove));
        claims.values().forEach(key -> ledger.releasePerson(batch.entry(EventKind.PERSON_RELEASED, key)));
    }
}

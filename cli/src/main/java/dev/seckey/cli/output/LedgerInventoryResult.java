package dev.seckey.cli.output;

import dev.seckey.cli.ledger.Head;
import dev.seckey.cli.ledger.KeyState;
import java.util.Collection;
import java.util.List;

/** The keys of a ledger for another program, and up to where its chains went then. */
public record LedgerInventoryResult(Collection<KeyState> states, List<Head> heads) implements Result {
    @Override
    public void writeText(TextWriter out) {
        new LedgerKeysResult(states).writeText(out);
    }

    @Override
    public void writeJson(JsonWriter out) {
        LedgerEventsResult.write(out, heads);
        new LedgerKeysResult(states).writeJson(out);
    }
}

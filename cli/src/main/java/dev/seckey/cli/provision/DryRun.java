package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.ReadableLedger;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.cli.users.UsersFile;
import java.util.List;
import java.util.Optional;

/** As a {@link Run}, of which nothing stays. */
public final class DryRun {
    private final Batch batch;
    private final ReadableLedger ledger;
    private final String bench;
    private final Optional<UsersFile> users;

    public DryRun(Batch batch, ReadableLedger ledger, String bench, Optional<UsersFile> users) {
        this.batch = batch;
        this.ledger = ledger;
        this.bench = bench;
        this.users = users;
    }

    /** @param count absent: until nobody is left to get a key, or Ctrl-C */
    public SummaryResult with(Conductor conductor, Optional<Integer> count, boolean simulated, Prompts prompts) {
        Register register = Register.open(ledger, bench);
        register.sayWhatIsLeft(prompts);
        People people = new People(users.map(UsersFile::people).orElse(List.of()), ledger);
        try (Preview preview = new Preview(batch, register, people, conductor)) {
            Tally tally = conductor.run(preview::of, count, people::wantKeys);
            return SummaryResult.of(tally, simulated, people, register, ledger.head());
        }
    }
}

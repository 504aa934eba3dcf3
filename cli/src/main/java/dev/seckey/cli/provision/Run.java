package dev.seckey.cli.provision;

import dev.seckey.cli.handover.PinStore;
import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.Head;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.cli.users.UsersFile;
import dev.seckey.ctap2.pinuv.Pin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One run, from what an earlier one has left to the head of the chain. */
public final class Run {
    private final Batch batch;
    private final Ledger ledger;
    private final String bench;
    private final Optional<UsersFile> users;
    private final Optional<PinStore> store;
    private final Function<String, Optional<Pin>> earlierPins;

    /**
     * @param bench whose chain is written
     * @param users who gets the keys; absent: nobody is named
     * @param store absent where the policy sets no PIN
     * @param earlierPins opens a file in which an earlier run stored a PIN, where it can; the PIN is closed here
     */
    public Run(
            Batch batch,
            Ledger ledger,
            String bench,
            Optional<UsersFile> users,
            Optional<PinStore> store,
            Function<String, Optional<Pin>> earlierPins) {
        this.batch = batch;
        this.ledger = ledger;
        this.bench = bench;
        this.users = users;
        this.store = store;
        this.earlierPins = earlierPins;
    }

    /**
     * @param count absent: until nobody is left to get a key, or Ctrl-C
     * @param prompts where is said what an earlier run has left
     */
    public SummaryResult with(Conductor conductor, Optional<Integer> count, boolean simulated, Prompts prompts) {
        Register register = Register.open(ledger, bench);
        Journal journal = new Journal(ledger, register);
        journal.tidy(batch);
        register.sayWhatIsLeft(prompts);
        People people = new People(users.map(UsersFile::people).orElse(List.of()), ledger);
        NewPins pins = new NewPins(batch.rules(), users, batch.random());
        Supplier<Boolean> more =
                () -> people.wantKeys() || !register.unfinished().isEmpty();
        Tally tally;
        try (Provisioner provisioner = new Provisioner(batch, journal, people, pins, store, conductor)) {
            register.unfinished().forEach(left -> remember(provisioner, left));
            started(count);
            tally = conductor.run(provisioner::provision, count, more);
        }
        return SummaryResult.of(tally, simulated, people, register, Optional.of(ended(tally)));
    }

    private void remember(Provisioner provisioner, Unfinished left) {
        left.pinFile().flatMap(earlierPins).ifPresent(given -> {
            try (Pin pin = given) {
                provisioner.remember(left, pin);
            }
        });
    }

    /** The first write: a full disk shows here, before any key is touched. */
    private void started(Optional<Integer> count) {
        ledger.append(batch.entry(EventKind.BATCH_STARTED)
                .saying(Details.of(out -> out.member("count", count)
                        .member("people", users.map(file -> file.people().size()))
                        .member("parallel", batch.manner().several()))));
    }

    private Head ended(Tally tally) {
        Entry entry = batch.entry(EventKind.BATCH_ENDED).saying(Details.of(out -> {
            for (Outcome outcome : Outcome.values()) {
                out.member(outcome.name().toLowerCase(Locale.ROOT), tally.of(outcome));
            }
        }));
        return ledger.append(entry).head();
    }
}

package dev.seckey.cli.provision;

import dev.seckey.cli.handover.PinStore;
import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.cli.provision.plan.Plan;
import dev.seckey.cli.provision.plan.Step;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what is done to one key, on the ledger's thread. What has been done may wait for what comes next and go to the
 * disk with it, so that a key costs half as many writes: until then the ledger has only that it was begun.
 */
final class Chronicle {
    private final Batch batch;
    private final Journal journal;
    private final Attendant attendant;
    private final List<Entry> waiting = new ArrayList<>();

    Chronicle(Batch batch, Journal journal, Attendant attendant) {
        this.batch = batch;
        this.journal = journal;
        this.attendant = attendant;
    }

    private Entry entry(EventKind kind, KeyIdentity key, Optional<Person> person) {
        Entry entry = batch.entry(kind, key);
        return person.map(entry::with).orElse(entry);
    }

    private void add(Entry entry) {
        waiting.add(entry);
        settle();
    }

    /** Has all that waits on the disk. */
    void settle() {
        if (!waiting.isEmpty()) {
            List<Entry> entries = List.copyOf(waiting);
            attendant.atDesk(() -> {
                journal.append(entries);
                return entries;
            });
            waiting.clear();
        }
    }

    void intent(Assignment given, Traits traits, KeyState from, Plan plan, boolean proved) {
        add(entry(EventKind.INTENT, given.key(), given.person()).saying(Details.of(out -> {
            traits.write(out);
            out.member(Details.PROVED, proved)
                    .objects(
                            "plan",
                            plan.steps(),
                            (each, step) ->
                                    each.member(Details.STEP, step.id().id()).member("change", step.description()))
                    .object("from", inner -> ReadBack.write(inner, from));
        })));
    }

    void pinStored(KeyIdentity key, Optional<Person> person, PinStore.Stored stored) {
        waiting.add(entry(EventKind.PIN_STORED, key, person)
                .saying(Details.of(out -> out.member(Details.FILE, stored.file())
                        .member("sha256", stored.sha256().map(Bytes::hex)))));
    }

    void started(KeyIdentity key, Step step) {
        add(batch.entry(EventKind.STEP_STARTED, key).saying(Details.of(step.id())));
    }

    void done(KeyIdentity key, Step step) {
        waiting.add(batch.entry(EventKind.STEP_DONE, key).saying(Details.of(step.id())));
    }

    /** @param now what was read back, if it was */
    void outcome(Outcome outcome, KeyReport report, Optional<KeyState> now) {
        add(entry(EventKind.OUTCOME, report.key(), report.person())
                .ending(outcome)
                .saying(Details.of(out -> {
                    report.verdict().ifPresent(verdict -> write(out, verdict));
                    out.member("why", report.why())
                            .strings("changes", descriptions(report.steps()))
                            .strings("notReadable", report.unreadable());
                    now.ifPresent(state -> out.object("readBack", inner -> ReadBack.write(inner, state)));
                })));
    }

    private static void write(dev.seckey.cli.output.JsonWriter out, Verdict verdict) {
        out.member("verdict", verdict.outcome().title())
                .member("level", verdict.level().map(level -> level.title()))
                .member("proved", verdict.proved());
    }

    private static List<String> descriptions(List<Step> steps) {
        return steps.stream().map(Step::description).toList();
    }
}

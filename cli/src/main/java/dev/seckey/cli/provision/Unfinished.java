package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.provision.plan.StepId;
import dev.seckey.cli.users.Person;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the ledger knows of a key that was begun and not finished.
 *
 * @param proved whether it had proved its model before
 * @param traits by which it may be told from others, where it has no serial number
 * @param started steps whose command may have reached the key
 * @param pinFile where the PIN was put that it has, or was about to get
 */
public record Unfinished(
        KeyIdentity key,
        Optional<Person> person,
        boolean proved,
        Traits traits,
        Set<StepId> started,
        Set<StepId> done,
        Optional<String> pinFile) {

    /** Whether this intent still stands open after these events of one key, in the order of time. */
    static Optional<Unfinished> of(Collection<Event> events) {
        Optional<Unfinished> open = Optional.empty();
        for (Event event : events) {
            Entry entry = event.entry();
            if (entry.kind() == EventKind.INTENT) {
                open = Optional.of(open.map(before -> before.begunAgain(entry)).orElseGet(() -> begun(entry)));
            } else if (closes(entry)) {
                open = Optional.empty();
            } else {
                open = open.map(before -> before.and(entry));
            }
        }
        return open;
    }

    /** A failure leaves it open: the key is not what it was, nor what it should be. */
    static boolean closes(Entry entry) {
        return entry.kind() == EventKind.OUTCOME
                && entry.outcome().map(outcome -> outcome != Outcome.FAILED).orElse(false);
    }

    static Unfinished begun(Entry intent) {
        return new Unfinished(
                intent.key().orElseThrow(),
                intent.person(),
                Details.flag(intent.details(), Details.PROVED),
                Traits.read(intent.details()),
                EnumSet.noneOf(StepId.class),
                EnumSet.noneOf(StepId.class),
                Optional.empty());
    }

    /** The same key in a later run. */
    private Unfinished begunAgain(Entry intent) {
        return new Unfinished(intent.key().orElseThrow(), intent.person(), proved, traits, started, done, pinFile);
    }

    Unfinished and(Entry entry) {
        return switch (entry.kind()) {
            case STEP_STARTED -> withStarted(entry);
            case STEP_DONE -> withDone(entry);
            case PIN_STORED ->
                new Unfinished(key, person, proved, traits, started, done, Details.text(entry.details(), Details.FILE));
            default -> this;
        };
    }

    private Unfinished withStarted(Entry entry) {
        Details.step(entry.details()).ifPresent(step -> {
            if (step == StepId.RESET) {
                done.clear(); // nothing of it need be left
            }
            started.add(step);
        });
        return this;
    }

    private Unfinished withDone(Entry entry) {
        Details.step(entry.details()).ifPresent(step -> {
            if (step == StepId.RESET) {
                started.retainAll(EnumSet.of(step)); // nothing of it is left
            }
            done.add(step);
        });
        return this;
    }

    /** Whether nothing can have reached the key. */
    boolean isUntouched() {
        return started.isEmpty();
    }

    boolean mayHaveOurPin() {
        return started.contains(StepId.SET_PIN);
    }

    /** Ours, or one that was to go with a reset. */
    boolean mayHavePin() {
        return mayHaveOurPin() || started.contains(StepId.RESET) && !done.contains(StepId.RESET);
    }

    /** For a person, in a sentence: which key that was, or whose. */
    String who() {
        return "the key that was begun"
                + person.map(whose -> " for " + whose.name()).orElse("")
                + key.asset().map(label -> ", " + label).orElse("");
    }

    /** For a person: which key, whose, and how far it got. */
    public String title() {
        List<String> titles = started.stream().map(StepId::title).toList();
        return key.title()
                + person.map(whose -> " for " + whose.name()).orElse("")
                + (titles.isEmpty() ? ": nothing was sent to it" : ": begun with " + String.join(", ", titles));
    }
}

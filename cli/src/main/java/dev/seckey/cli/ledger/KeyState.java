package dev.seckey.cli.ledger;

import dev.seckey.cli.users.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How it stands with one key after all that the ledger tells of it.
 *
 * @param person who has it now
 * @param ended the last time that it was worked on; absent before that ended
 * @param unfinished whether changes were begun of which no outcome is known
 * @param last the newest event
 */
public record KeyState(
        KeyIdentity key, Optional<Person> person, Optional<Event> ended, boolean unfinished, Event last) {
    public Instant since() {
        return last.time();
    }

    public Optional<Outcome> outcome() {
        return ended.flatMap(event -> event.entry().outcome());
    }

    /** Every key that the ledger knows, those first that came first. */
    public static Collection<KeyState> all(Ledger ledger) {
        Map<String, KeyState> states = new LinkedHashMap<>();
        ledger.read(
                Query.ALL,
                event -> event.entry()
                        .key()
                        .ifPresent(key ->
                                states.merge(key.id(), first(key, event), (before, ignored) -> before.after(event))));
        return states.values();
    }

    private static KeyState first(KeyIdentity key, Event event) {
        return new KeyState(key, Optional.empty(), Optional.empty(), false, event).after(event);
    }

    private KeyState after(Event event) {
        Entry entry = event.entry();
        KeyIdentity newest = entry.key().orElse(key);
        KeyIdentity known = newest.asset().isPresent()
                ? newest
                : key.asset().map(newest::withAsset).orElse(newest);
        return switch (entry.kind()) {
            case PERSON_CLAIMED -> new KeyState(known, entry.person(), ended, unfinished, event);
            case PERSON_RELEASED -> new KeyState(known, Optional.empty(), ended, unfinished, event);
            case INTENT -> new KeyState(known, person, Optional.empty(), true, event);
            case OUTCOME -> new KeyState(known, person, Optional.of(event), false, event);
            case BATCH_STARTED, ASSET_CLAIMED, STEP_STARTED, STEP_DONE, PIN_STORED, BATCH_ENDED ->
                new KeyState(known, person, ended, unfinished, event);
        };
    }

    /** In one word for a person and a program. */
    public String title() {
        return unfinished ? "unfinished" : outcome().map(KeyState::word).orElse("known");
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether somebody who says this means this key: its id, serial number or label, or who has it. */
    public boolean isCalled(String name) {
        return key.id().equals(name)
                || key.serial().equals(Optional.of(name))
                || key.asset().equals(Optional.of(name))
                || person.filter(who -> who.id().equals(name)).isPresent();
    }
}

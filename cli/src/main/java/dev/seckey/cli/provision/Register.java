package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.ledger.Query;
import dev.seckey.cli.ledger.ReadableLedger;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ledger as provisioning reads it: what it knows of a key, and what this bench has begun and not finished. Belongs to
 * the thread of the ledger.
 */
public final class Register {
    private static final String UNNAMED = "unnamed:";

    private final ReadableLedger ledger;
    private final String bench;
    private final Map<String, Unfinished> unfinished = new LinkedHashMap<>();
    private final Set<String> inHand = new HashSet<>();
    private final Set<String> finishedHere = new HashSet<>();

    private Register(ReadableLedger ledger, String bench) {
        this.ledger = ledger;
        this.bench = bench;
    }

    /** Reads what this bench has left open. */
    public static Register open(ReadableLedger ledger, String bench) {
        Register register = new Register(ledger, bench);
        Map<String, Instant> begun = new LinkedHashMap<>();
        ledger.read(Query.ALL.kind(EventKind.INTENT), event -> {
            if (event.bench().equals(bench)) {
                begun.put(keyId(event), event.time());
            }
        });
        ledger.read(Query.ALL.kind(EventKind.OUTCOME), event -> {
            if (Unfinished.closes(event.entry())) {
                begun.computeIfPresent(keyId(event), (id, at) -> event.time().isBefore(at) ? at : null);
            }
        });
        begun.keySet()
                .forEach(id -> Unfinished.of(ledger.list(Query.ALL.keyId(id)))
                        .ifPresent(left -> register.unfinished.put(id, left)));
        return register;
    }

    private static String keyId(Event event) {
        return event.entry().key().map(KeyIdentity::id).orElse("");
    }

    String bench() {
        return bench;
    }

    /** What an earlier run has left, and what to do about it. */
    void sayWhatIsLeft(Prompts prompts) {
        unfinished().forEach(left -> prompts.say("not finished: " + left.title()));
        if (!unfinished.isEmpty()) {
            prompts.say("plug in the keys that are not finished first: they are gone on with");
        }
    }

    public List<Unfinished> unfinished() {
        return List.copyOf(unfinished.values());
    }

    /**
     * What is known of a key that has a name.
     *
     * @param policy the SHA-256 of the policy's file
     */
    Known about(KeyIdentity key, Bytes policy) {
        inHand.add(key.id());
        List<Event> events = ledger.list(Query.ALL.keyId(key.id()));
        Optional<Unfinished> open = Unfinished.of(events);
        boolean done = false;
        Optional<String> asset = Optional.empty();
        Optional<Person> person = Optional.empty();
        for (Event event : events) {
            Entry entry = event.entry();
            Optional<Outcome> outcome = entry.outcome();
            if (outcome.isPresent() && outcome.get() != Outcome.REFUSED) {
                boolean good = outcome.get() == Outcome.DONE || outcome.get() == Outcome.ALREADY_IN_ORDER;
                done = good
                        && entry.policy()
                                .map(stamp -> stamp.sha256().equals(policy))
                                .orElse(false);
            }
            Optional<String> label = entry.key().flatMap(KeyIdentity::asset);
            asset = label.isPresent() ? label : asset;
            person = switch (entry.kind()) {
                case PERSON_CLAIMED -> entry.person();
                case PERSON_RELEASED -> Optional.empty();
                default -> person;
            };
        }
        return new Known(
                asset.map(key::withAsset).orElse(key),
                true,
                done && open.isEmpty(),
                person,
                open,
                finishedHere.contains(key.id()));
    }

    /** Keys without a name that were begun, are of this model, and are not being worked on now; the oldest first. */
    List<Unfinished> nameless(String aaguid) {
        List<Unfinished> all = new ArrayList<>();
        unfinished.forEach((id, left) -> {
            boolean free = id.startsWith(UNNAMED) && !inHand.contains(id);
            if (free && left.key().aaguid().equals(Optional.of(aaguid))) {
                all.add(left);
            }
        });
        return all;
    }

    /** Whether keys of this model that have no name were set up by this policy. */
    boolean hasFinishedNameless(String aaguid, Bytes policy) {
        boolean[] found = new boolean[1];
        ledger.read(Query.ALL.kind(EventKind.OUTCOME), event -> {
            Entry entry = event.entry();
            found[0] |= keyId(event).startsWith(UNNAMED)
                    && entry.outcome().equals(Optional.of(Outcome.DONE))
                    && entry.key().flatMap(KeyIdentity::aaguid).equals(Optional.of(aaguid))
                    && entry.policy()
                            .map(stamp -> stamp.sha256().equals(policy))
                            .orElse(false);
        });
        return found[0];
    }

    /**
     * Takes one of {@link #nameless}, or a new one, in hand, so that nobody else does.
     *
     * @return false if somebody else was quicker
     */
    boolean take(KeyIdentity key) {
        return inHand.add(key.id());
    }

    /** The work on it has ended for now. */
    void letGo(KeyIdentity key) {
        inHand.remove(key.id());
    }

    /** An event was added, which may open or close something. */
    void follow(Entry entry) {
        entry.key().ifPresent(key -> follow(key.id(), entry));
    }

    private void follow(String id, Entry entry) {
        if (entry.kind() == EventKind.INTENT) {
            unfinished.putIfAbsent(id, Unfinished.begun(entry));
        } else if (Unfinished.closes(entry)) {
            unfinished.remove(id);
        } else {
            unfinished.computeIfPresent(id, (same, left) -> left.and(entry));
        }
        if (entry.outcome().equals(Optional.of(Outcome.DONE))) {
            finishedHere.add(id);
        }
    }
}

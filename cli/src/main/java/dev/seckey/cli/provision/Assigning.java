package dev.seckey.cli.provision;

import dev.seckey.cli.handover.PinStore;
import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.cli.provision.plan.Plan;
import dev.seckey.cli.provision.plan.Refusal;
import dev.seckey.cli.provision.plan.StepId;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.transports.KeyRef;
import java.util.Optional;

/** Gives each key its person, its PIN and its label, the first and the last for all benches at once. */
final class Assigning {
    private final Batch batch;
    private final Journal journal;
    private final People people;
    private final NewPins newPins;
    private final PinsInHand pins;
    private final Optional<PinStore> store;
    private final Attendant attendant;

    /** @param store absent where the policy sets no PIN */
    Assigning(
            Batch batch,
            Journal journal,
            People people,
            NewPins newPins,
            PinsInHand pins,
            Optional<PinStore> store,
            Attendant attendant) {
        this.batch = batch;
        this.journal = journal;
        this.people = people;
        this.newPins = newPins;
        this.pins = pins;
        this.store = store;
        this.attendant = attendant;
    }

    Assignment assign(KeyRef ref, Known known, KeyState state, Plan plan) {
        KeyIdentity bare = known.key();
        Recipient recipient = Recipient.of(known, people, batch.manner().several(), () -> claim(bare));
        if (recipient.refusal().isPresent()) {
            return Assignment.none(bare, recipient.refusal().get());
        }
        Optional<Person> person = recipient.person();
        Optional<Pin> pin = Optional.empty();
        try {
            if (plan.has(StepId.SET_PIN) || pins.has(bare.id())) {
                pin = Optional.of(pins.of(bare.id()).orElseGet(() -> newPins.next(state, person)));
            }
        } catch (PinFault e) {
            takeBack(new Assignment(bare, person, Optional.empty(), Optional.empty()));
            return Assignment.none(bare, new Refusal(Refusal.Kind.CANNOT_MEET, e.getMessage(), e.hint()));
        }
        person.ifPresent(who -> attendant.envelope(ref, who));
        return new Assignment(bare, person, pin, Optional.empty());
    }

    private Optional<Person> claim(KeyIdentity key) {
        Entry entry = batch.entry(EventKind.PERSON_CLAIMED, key);
        return attendant.atDesk(() -> people.claim(journal.ledger(), entry));
    }

    /** With the next label, where keys get some: late, so that no number is lost to a key that is refused. */
    Assignment labelled(Assignment given) {
        return given.as(labelled(given.key()));
    }

    private KeyIdentity labelled(KeyIdentity key) {
        Optional<String> pattern =
                batch.rules().assetLabel().filter(wanted -> key.asset().isEmpty());
        if (pattern.isEmpty()) {
            return key;
        }
        Entry entry = batch.entry(EventKind.ASSET_CLAIMED, key);
        long number = attendant.atDesk(() -> journal.ledger().claimAssetNumber(pattern.get(), entry));
        return key.withAsset(AssetLabel.of(pattern.get(), number));
    }

    PinStore.Stored store(Assignment assignment) {
        return attendant.atDesk(() -> store.orElseThrow()
                .store(assignment.key(), assignment.person(), assignment.pin().orElseThrow()));
    }

    /** The key was refused after all: its person gets another. */
    void takeBack(Assignment assignment) {
        KeyIdentity key = assignment.key();
        pins.forget(key.id());
        assignment
                .person()
                .ifPresent(person -> attendant.atDesk(() -> {
                    journal.ledger().releasePerson(batch.entry(EventKind.PERSON_RELEASED, key));
                    people.release(person);
                    return person;
                }));
    }
}

package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.provision.plan.Refusal;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.pinuv.Pin;
import java.util.Optional;

/**
 * What one key gets beside its settings: a person, a label, a PIN.
 *
 * @param refusal why it gets none of them
 */
record Assignment(KeyIdentity key, Optional<Person> person, Optional<Pin> pin, Optional<Refusal> refusal)
        implements AutoCloseable {
    static Assignment none(KeyIdentity key, Refusal refusal) {
        return new Assignment(key, Optional.empty(), Optional.empty(), Optional.of(refusal));
    }

    /** On the disk before the key gets it; once for each PIN. */
    void storePin(Crew crew, Chronicle chronicle) {
        if (!crew.pins().has(key.id())) {
            chronicle.pinStored(key, person, crew.assigning().store(this));
            crew.pins().keep(key.id(), pin.orElseThrow());
        }
    }

    Assignment as(KeyIdentity labelled) {
        return new Assignment(labelled, person, pin, refusal);
    }

    @Override
    public void close() {
        pin.ifPresent(Pin::close);
    }
}

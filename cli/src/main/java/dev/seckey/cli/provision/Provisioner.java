package dev.seckey.cli.provision;

import dev.seckey.cli.handover.PinStore;
import dev.seckey.ctap2.pinuv.Pin;
import java.util.Optional;

/** Sets up one key after another, each on the thread that asks for it. */
public final class Provisioner implements AutoCloseable {
    private final Batch batch;
    private final Crew crew;
    private final PinsInHand pins = new PinsInHand();

    /** @param store absent where the policy sets no PIN */
    public Provisioner(
            Batch batch,
            Journal journal,
            People people,
            NewPins newPins,
            Optional<PinStore> store,
            Attendant attendant) {
        this.batch = batch;
        this.crew = new Crew(
                attendant,
                journal,
                new Recognition(batch, journal.register(), pins, attendant),
                new Assigning(batch, journal, people, newPins, pins, store, attendant),
                pins);
    }

    /** The PIN that an earlier run gave this key, or was about to give. */
    public void remember(Unfinished left, Pin pin) {
        pins.keep(left.key().id(), pin);
    }

    /** From the first look to the last word in the ledger. */
    public KeyReport provision(Bay bay) {
        try (KeyAtWork key = new KeyAtWork(bay, batch.random());
                Job job = new Job(batch, crew, key)) {
            return job.run();
        }
    }

    /** Wipes the PINs of keys that were not finished. */
    @Override
    public void close() {
        pins.close();
    }
}

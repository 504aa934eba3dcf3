package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.provision.plan.Plan;
import dev.seckey.cli.provision.plan.Refusal;
import dev.seckey.ctap2.fault.Fault;
import java.util.Optional;

/** Says what would be done to one key after another. No key is touched, and there is nothing to write with. */
final class Preview implements AutoCloseable {
    private final Batch batch;
    private final People people;
    private final Attendant attendant;
    private final PinsInHand pins = new PinsInHand();
    private final Recognition recognition;

    Preview(Batch batch, Register register, People people, Attendant attendant) {
        this.batch = batch;
        this.people = people;
        this.attendant = attendant;
        this.recognition = new Recognition(batch, register, pins, attendant);
    }

    KeyReport of(Bay bay) {
        Dossier dossier = new Dossier();
        try (KeyAtWork key = new KeyAtWork(bay, batch.random())) {
            Examination examination = new Examination(batch, key, recognition, attendant, dossier);
            return Attempts.at(() -> report(examination, dossier), why -> failed(key, dossier, why));
        } finally {
            dossier.known().ifPresent(recognition::letGo);
        }
    }

    private KeyReport report(Examination examination, Dossier dossier) {
        Examination.Found found = examination.look();
        if (!(found.planned() instanceof Plan plan)) {
            return dossier.report(Outcome.REFUSED, (Refusal) found.planned());
        }
        if (plan.isInOrder()) {
            return dossier.report(Outcome.ALREADY_IN_ORDER);
        }
        Known known = dossier.known().orElseThrow();
        Recipient recipient =
                Recipient.of(known, people, batch.manner().several(), () -> attendant.atDesk(people::pass));
        if (recipient.refusal().isPresent()) {
            return dossier.report(Outcome.REFUSED, recipient.refusal().get());
        }
        dossier.isFor(new Assignment(known.key(), recipient.person(), Optional.empty(), Optional.empty()));
        return dossier.preview(plan.steps());
    }

    private KeyReport failed(KeyAtWork key, Dossier dossier, Fault why) {
        if (dossier.known().isEmpty()) {
            dossier.isKnownAs(recognition.strange(key));
        }
        return dossier.report(Outcome.FAILED, why);
    }

    @Override
    public void close() {
        pins.close();
    }
}

package dev.seckey.cli.diagnose.key;

import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.KeyEntry;
import dev.seckey.cli.pin.PinState;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Conformance;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinUv;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks a key what it is and how its PIN is, and says what is odd about it. */
final class Interview {
    private static final long LATE_MILLIS = 1_000;
    private static final int FEW_PIN_TRIES = 3;
    private static final int FEW_FINGER_TRIES = 1;
    private static final int FEW_PLACES = 3;

    private final Supplier<SecureRandom> random;
    private final ModelCheck models;

    Interview(Supplier<SecureRandom> random, ModelCheck models) {
        this.random = random;
        this.models = models;
    }

    void ask(Subject subject, Ctap2 session, Report report) {
        report.step("asking " + subject.selector() + " what it is");
        long start = report.ticker().nanos();
        AuthenticatorInfo info = session.refreshInfo();
        long millis = (report.ticker().nanos() - start) / 1_000_000;
        report.found(
                KeyEntry.ANSWERS,
                subject.title() + ": " + String.join(", ", info.versions()) + ", model number " + info.aaguid());
        if (millis >= LATE_MILLIS) {
            report.found(KeyEntry.LATE, subject.title() + ": after " + millis + " thousandths of a second");
        }
        form(subject, info, report);
        room(subject, info, report);
        models.look(subject, info, report);
        report.step("asking " + subject.selector() + " for the state of its PIN");
        pin(subject, session, report);
    }

    private static void form(Subject subject, AuthenticatorInfo info, Report report) {
        info.deviations().forEach(text -> report.found(KeyEntry.NOT_CANONICAL, subject.title() + ": " + text));
        Conformance.deviations(info).forEach(text -> report.found(KeyEntry.DEVIATES, subject.title() + ": " + text));
    }

    private static void room(Subject subject, AuthenticatorInfo info, Report report) {
        info.members()
                .find(AuthenticatorInfo.REMAINING_DISCOVERABLE_CREDENTIALS)
                .ifPresent(places -> {
                    if (places == 0) {
                        report.found(KeyEntry.FULL, subject.title() + ": no place is left");
                    } else if (places <= FEW_PLACES) {
                        report.found(KeyEntry.NEARLY_FULL, subject.title() + ": places left: " + places);
                    }
                });
    }

    private void pin(Subject subject, Ctap2 session, Report report) {
        PinState state;
        try {
            state = PinState.read(session, () -> PinUv.of(session, random.get()));
        } catch (PinFault e) {
            report.found(KeyEntry.DEVIATES, subject.title() + ": " + e.getMessage());
            return;
        }
        if (state.set().equals(Optional.of(false))) {
            report.found(KeyEntry.NO_PIN, subject.title());
        }
        state.retries().ifPresent(retries -> {
            String seen = subject.title() + ": tries left: " + retries.left();
            if (retries.left() == 0) {
                report.found(KeyEntry.PIN_BLOCKED, seen);
            } else if (retries.powerCycleNeeded()) {
                report.found(KeyEntry.LOCKED, seen);
            } else if (retries.left() <= FEW_PIN_TRIES) {
                report.found(KeyEntry.FEW_TRIES, seen);
            } else if (!state.changeForced()) {
                report.found(KeyEntry.PIN_SET, seen);
            }
        });
        if (state.changeForced()) {
            report.found(KeyEntry.CHANGE_FORCED, subject.title());
        }
        state.fingerprintRetries().ifPresent(left -> {
            if (left == 0) {
                report.found(KeyEntry.FINGER_BLOCKED, subject.title());
            } else if (left <= FEW_FINGER_TRIES) {
                report.found(KeyEntry.FINGER_FEW, subject.title() + ": tries left: " + left);
            }
        });
    }
}

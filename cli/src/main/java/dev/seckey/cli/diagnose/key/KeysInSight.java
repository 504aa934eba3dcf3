package dev.seckey.cli.diagnose.key;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.KeyEntry;
import dev.seckey.cli.keys.KeyPath;
import dev.seckey.cli.keys.Keys;
import dev.seckey.cli.keys.Listing;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.verdict.Models;
import dev.seckey.transports.KeyRef;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds the keys that are in sight, and starts a probe for each. */
public final class KeysInSight implements Probe {
    private final Optional<Subject> chosen;
    private final Supplier<Listing> listing;
    private final Keys keys;
    private final Machine machine;
    private final Supplier<SecureRandom> random;
    private final Interview interview;

    /**
     * @param chosen the one that was named; empty: all that are there
     * @param listing what is in sight
     * @param keys opens them
     * @param models where models are looked up, by whether simulated ones count
     */
    public KeysInSight(
            Optional<Subject> chosen,
            Supplier<Listing> listing,
            Keys keys,
            Machine machine,
            Supplier<SecureRandom> random,
            Function<Boolean, Models> models,
            LocalDate today) {
        this.chosen = chosen;
        this.listing = listing;
        this.keys = keys;
        this.machine = machine;
        this.random = random;
        this.interview = new Interview(random, new ModelCheck(models, today));
    }

    @Override
    public String name() {
        return "security keys";
    }

    @Override
    public void run(Report report) {
        report.step("looking for keys on USB and on readers");
        List<Subject> subjects = chosen.map(List::of)
                .orElseGet(() ->
                        listing.get().present().stream().map(this::subject).toList());
        if (subjects.isEmpty()) {
            report.found(KeyEntry.NO_KEY, "nothing on USB, and nothing on a reader");
        }
        AtomicInteger perhapsKeys = new AtomicInteger(subjects.size());
        Runnable noKey = () -> {
            if (perhapsKeys.decrementAndGet() == 0) {
                report.found(KeyEntry.NO_KEY, "what lies on a reader is no security key");
            }
        };
        subjects.forEach(subject -> report.also(new KeyProbe(subject, machine, random, interview, noKey)));
    }

    private Subject subject(KeyRef key) {
        return new Subject(
                key.product(),
                key.selector(),
                key.path(),
                key.transport(),
                false,
                () -> path(key.transport(), key.path()));
    }

    private KeyPath path(Transport transport, String place) {
        return transport == Transport.USB ? new KeyPath.Usb(keys.openUsb(place)) : new KeyPath.Nfc(keys.openNfc(place));
    }
}

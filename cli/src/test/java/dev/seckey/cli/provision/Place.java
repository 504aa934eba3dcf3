package dev.seckey.cli.provision;

import dev.seckey.cli.keys.KeyOpener;
import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.keys.SimulatedBox;
import dev.seckey.cli.ledger.Desk;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.LedgerAddress;
import dev.seckey.cli.ledger.Query;
import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.policy.PolicyReader;
import dev.seckey.cli.reset.Replugging;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.cli.users.Person;
import dev.seckey.cli.verify.Whereabouts;
import dev.seckey.cli.virtual.VirtualKeys;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.server.FaultPlan;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Memory;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.KeepaliveListener;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import dev.seckey.ctap2.verdict.Models;
import dev.seckey.transports.KeyRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One simulated key, a ledger and a strongroom that outlive the processes that work there. */
final class Place implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final Models MODELS =
            new Models(MetadataIndex.embedded(), Optional.of(SimulatedProfiles.metadata()));
    private static final String BENCH = "bench";

    private final Path file;
    private PolicyDocument policy;
    private final List<Person> people;
    private final KeySelector.Simulated kind;
    private SimulatedBox box;
    private final Strongroom strongroom = new Strongroom();
    final List<String> said = new ArrayList<>();
    private boolean resetUnfinished;
    private boolean openingPins;

    Place(Path folder, String profile, String provision, List<Person> people) {
        this(
                folder,
                profile,
                provision,
                people,
                VirtualKeys.make(
                        SimulatedProfiles.named(profile).orElseThrow(), Environment.ofThisMachine(), Memory.NONE));
    }

    Place(Path folder, String profile, String provision, List<Person> people, RequestHandler key) {
        this.file = ledger(folder);
        this.policy = policy(provision);
        this.people = people;
        this.kind = new KeySelector.Simulated(profile, false, Optional.empty());
        lay(key);
    }

    /** This key is there now, and the one before lies beside it. */
    void lay(RequestHandler key) {
        box = new SimulatedBox(kind, 1, 1, number -> key);
    }

    /** Making the tables takes longer than all else: it is done once. */
    private static Path ledger(Path folder) {
        Path made = folder.resolve("empty.sqlite");
        try {
            if (!Files.exists(made)) {
                address(made).open(new Desk(BENCH, "amy", "it-7"), CLOCK).close();
            }
            Path own = Files.createTempFile(folder, "ledger", ".sqlite");
            Files.delete(own);
            return Files.copy(made, own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody has deleted it, and a new one is begun. */
    void loseLedger() {
        try {
            for (String more : List.of("-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + more));
            }
            Files.copy(file.resolveSibling("empty.sqlite"), file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LedgerAddress address(Path file) {
        return LedgerAddress.of(Optional.of(file.toString()), Optional.empty(), Map.of());
    }

    static PolicyDocument policy(String provision) {
        try {
            return PolicyReader.read(
                    Bytes.utf8("minimum-level = \"L2\"\n[provision]\n" + provision), "ward", "ward.toml");
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    Ledger openLedger() {
        return address(file).open(new Desk(BENCH, "amy", "it-7"), CLOCK);
    }

    /** From now on this is the policy. */
    Place under(String provision) {
        policy = policy(provision);
        return this;
    }

    /** From now on a key whose PIN is lost is reset. */
    Place resettingUnfinished() {
        resetUnfinished = true;
        return this;
    }

    /** From now on the PINs that were stored are opened for keys that are not finished. */
    Place openingPins() {
        openingPins = true;
        return this;
    }

    /** One process's work on the key, until its end or its death. */
    KeyReport provision(Points points) {
        return provision(points, new FaultPlan(Sleeper.SYSTEM, () -> {}), Place::patience);
    }

    /** @param faults of what the key sends, which are not waited for long; it loses its power where they say so */
    KeyReport provision(Points points, FaultPlan faults) {
        return provision(points, faults, () -> Deadline.after(Ticker.SYSTEM, Duration.ofMillis(250)));
    }

    private KeyReport provision(Points points, FaultPlan faults, Supplier<Deadline> patience) {
        SecureRandom random = new SecureRandom();
        Batch batch = new Batch(
                "batch",
                policy,
                MODELS,
                new Whereabouts("amy", "it-7"),
                CLOCK,
                random,
                patience,
                new Batch.Manner(resetUnfinished, false));
        try (Ledger real = openLedger()) {
            Ledger ledger = new MortalLedger(real, points);
            Register register = Register.open(ledger, BENCH);
            Journal journal = new Journal(ledger, register);
            journal.tidy(batch);
            try (Provisioner provisioner = new Provisioner(
                    batch,
                    journal,
                    new People(people, ledger),
                    new NewPins(batch.rules(), Optional.empty(), random),
                    Optional.of(strongroom.seenBy(points)),
                    new Alone())) {
                register.unfinished().stream().filter(left -> openingPins).forEach(left -> remember(provisioner, left));
                return provisioner.provision(bay(points, faults, patience));
            }
        }
    }

    private void remember(Provisioner provisioner, Unfinished left) {
        left.pinFile().map(strongroom::open).ifPresent(pin -> {
            provisioner.remember(left, pin);
            pin.close();
        });
    }

    /** And what was running is pulled out. */
    void cutPower() {
        box.replug(ref().path());
        throw new TransportFault(Reason.KEY_REMOVED, "the key was pulled out");
    }

    private static Deadline patience() {
        return Deadline.after(Ticker.SYSTEM, Duration.ofSeconds(30));
    }

    private static Exchange exchange() {
        return exchange(patience());
    }

    private static Exchange exchange(Deadline patience) {
        return new Exchange(patience, new CancelToken(), KeepaliveListener.NONE, false);
    }

    private Bay bay(Points points, FaultPlan faults, Supplier<Deadline> patience) {
        MortalKeys keys = new MortalKeys(box, points, faults);
        KeyOpener opener = new KeyOpener(keys, SecureRandom::new, Trace.NONE, () -> exchange(patience.get()));
        Replugging replugging =
                new Replugging(keys, opener, new Prompts(said::add), new CancelToken(), patience, Sleeper.SYSTEM);
        return new Bay(ref(), true, opener, replugging);
    }

    private KeyRef ref() {
        return box.list().keys().get(0);
    }

    /** What the key says of itself, asked by somebody else. */
    AuthenticatorInfo info() {
        try (OpenKey key = open()) {
            return key.ctap2().info();
        }
    }

    private OpenKey open() {
        return new KeyOpener(box, SecureRandom::new, Trace.NONE, Place::exchange).open(ref());
    }

    /** Whether the PIN that was stored last, by the ledger, is the key's. */
    boolean storedPinOpens() {
        try (OpenKey key = open();
                Ledger ledger = openLedger()) {
            List<Event> stored = ledger.list(Query.ALL.kind(EventKind.PIN_STORED));
            String name = Details.text(stored.get(stored.size() - 1).entry().details(), Details.FILE)
                    .orElseThrow();
            try (Pin pin = strongroom.open(name)) {
                PinUv.of(key.ctap2(), new SecureRandom()).verify(pin, false);
                return true;
            }
        }
    }

    /** Names of all PINs that were stored. */
    List<String> storedPins() {
        return events().stream()
                .map(Event::entry)
                .filter(entry -> entry.kind() == EventKind.PIN_STORED)
                .map(entry -> Details.text(entry.details(), Details.FILE).orElseThrow())
                .toList();
    }

    List<Event> events() {
        try (Ledger ledger = openLedger()) {
            return ledger.list(Query.ALL);
        }
    }

    List<EventKind> kinds() {
        return events().stream().map(event -> event.entry().kind()).toList();
    }

    List<String> flaws() {
        try (Ledger ledger = openLedger()) {
            return ledger.check(List.of());
        }
    }

    Map<String, String> bindings() {
        try (Ledger ledger = openLedger()) {
            return ledger.bindings();
        }
    }

    List<Unfinished> unfinished() {
        try (Ledger ledger = openLedger()) {
            return Register.open(ledger, BENCH).unfinished();
        }
    }

    @Override
    public void close() {
        box.close();
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One key, one thread. */
    private final class Alone implements Attendant {
        @Override
        public <T> T atDesk(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T touching(KeyRef key, Supplier<T> work) {
            said.add("to be touched");
            return work.get();
        }

        @Override
        public void touchNow(KeyRef key) {
            said.add("touch");
        }

        @Override
        public void envelope(KeyRef key, Person person) {
            said.add("envelope " + person.name());
        }

        @Override
        public void say(KeyRef key, String text) {
            said.add(text);
        }

        @Override
        public void warn(KeyRef key, String text) {
            said.add(text);
        }
    }
}

package dev.seckey.cli.command;

import dev.seckey.cli.Interrupts;
import dev.seckey.cli.Surroundings;
import dev.seckey.cli.TraceFile;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.blob.BlobStore;
import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.keys.KeyOpener;
import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.Keys;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.keys.OpenManagement;
import dev.seckey.cli.ledger.Desk;
import dev.seckey.cli.ledger.KeyHistory;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.LedgerAddress;
import dev.seckey.cli.metadata.MetadataHome;
import dev.seckey.cli.output.Output;
import dev.seckey.cli.policy.Policies;
import dev.seckey.cli.terminal.Colours;
import dev.seckey.cli.terminal.PinSource;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.cli.yubikey.Reconfiguration;
import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.KeepaliveListener;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Trace;
import dev.seckey.ctap2.verdict.Models;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What a command works with: made of the global options and the surroundings, each part when it is first asked for. */
final class Context implements AutoCloseable {
    private final GlobalOptions options;
    private final Surroundings surroundings;
    private Optional<TraceFile> traceFile = Optional.empty();
    private Optional<Prompts> prompts = Optional.empty();

    Context(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Output output() {
        return new Output(
                surroundings.out(),
                options.output(),
                options.json(),
                colours(surroundings.screen().showsOut()),
                () -> surroundings.cancel().cancel()); // as Ctrl-C would, so that what is begun is brought to its end
    }

    Prompts prompts() {
        if (prompts.isEmpty()) {
            prompts = Optional.of(new Prompts(
                    surroundings.err(), colours(surroundings.screen().showsErr())));
        }
        return prompts.get();
    }

    /** Whether lines of stderr can be drawn over in place: by the rules for colour, and where nothing else is told there. */
    boolean canDraw() {
        boolean alone = !options.json() && !options.verbose();
        return alone && colours(surroundings.screen().showsErr()) == Colours.ON;
    }

    private Colours colours(boolean terminal) {
        return Colours.of(terminal && !options.noColor(), surroundings.environment());
    }

    PinSource pinSource() {
        return new PinSource(surroundings.in(), surroundings.pinPrompt(), surroundings.environment());
    }

    /** Tokens for this key, by the PIN that the options name; the caller closes them. */
    Tokens tokens(Ctap2 session, PinOptions options) {
        return new Tokens(session, surroundings.random().get(), options.useLastRetry(), options.talk(this));
    }

    BlobStore blobs(Ctap2 session, Tokens tokens) {
        return new BlobStore(session, tokens, surroundings.random().get());
    }

    Instant now() {
        return surroundings.clock().instant();
    }

    MetadataHome metadata() {
        return MetadataHome.of(options.home(), surroundings.environment());
    }

    /** Where the ledger is: what the option says, SECKEY_LEDGER, or the usual file. */
    LedgerAddress ledger(Optional<String> option) {
        return LedgerAddress.of(option, metadata().folder(), surroundings.environment());
    }

    Policies policies() {
        return new Policies(metadata().folder());
    }

    /** @param simulated whether the simulated models count */
    Models models(boolean simulated) {
        MetadataIndex index = metadata().index();
        return new Models(index, simulated ? Optional.of(SimulatedProfiles.metadata()) : Optional.empty());
    }

    /** What a key's model is called, for a command that judges nothing. @param simulated whether simulated models count */
    Optional<String> modelName(Aaguid aaguid, boolean simulated) {
        if (aaguid.isNone()) {
            return Optional.empty();
        }
        Optional<String> real = metadata().name(aaguid);
        return real.isPresent() || !simulated
                ? real
                : SimulatedProfiles.metadata().find(aaguid).map(MetadataEntry::name);
    }

    Optional<KeySelector> selector() {
        if (options.namesTwoKeys()) {
            throw new UsageException("--key and --virtual name two keys", "give one of them");
        }
        return options.key().map(KeySelector::parse).map(this::known);
    }

    /** A label stands for the serial number that the ledger has of its key. */
    private KeySelector known(KeySelector selector) {
        if (!(selector instanceof KeySelector.Asset asset)) {
            return selector;
        }
        Desk desk = Desk.here(Optional.empty(), surroundings.environment());
        try (Ledger ledger = ledger(Optional.empty()).openExisting(desk, surroundings.clock())) {
            return KeyHistory.one(ledger, asset.label())
                    .serial()
                    .map(KeySelector.Serial::new)
                    .orElseThrow(() -> new ChoiceFault(
                            Reason.NO_KEY,
                            "the key with the label " + asset.label() + " has no serial number to know it by",
                            "name its place: \"seckey list\" shows what there is"));
        }
    }

    Machine machine() {
        return surroundings.machine();
    }

    Keys keys() {
        return surroundings.keys();
    }

    /** The key that is meant; the caller closes it. */
    OpenKey openKey() {
        return opener().open(selector());
    }

    /** The management of the key that is meant, if it is a YubiKey; the caller closes it. */
    OpenManagement openManagement() {
        return opener().openManagement(selector());
    }

    /** With the whole time allowed for a key that detaches and comes back. */
    Reconfiguration reconfiguration() {
        return new Reconfiguration(this::openManagement, Sleeper.SYSTEM, deadline());
    }

    KeyOpener opener() {
        return new KeyOpener(keys(), surroundings.random(), trace(), this::exchange);
    }

    /** For keys that are asked for a touch all at once, which is prompted for once. */
    KeyOpener opener(CancelToken cancel) {
        return new KeyOpener(
                keys(),
                surroundings.random(),
                trace(),
                () -> new Exchange(deadline(), cancel, KeepaliveListener.NONE, false));
    }

    /** For one key of several, each with its own exchanges. */
    KeyOpener opener(Keys keys, Supplier<Exchange> exchanges) {
        return new KeyOpener(keys, surroundings.random(), trace(), exchanges);
    }

    /** For one message: the whole time allowed, Ctrl-C, and the prompts. */
    private Exchange exchange() {
        Interrupts interrupts = surroundings.interrupts();
        KeepaliveListener told = state -> {
            interrupts.listen();
            prompts().changed(state);
        };
        return new Exchange(deadline(), interrupts.cancelOfExchange(), told, false);
    }

    /** The time that one answer, or one move of the person, may take. */
    Deadline deadline() {
        return Deadline.after(surroundings.ticker(), timeout());
    }

    Duration timeout() {
        if (options.timeout() < 1) {
            throw new UsageException("--timeout wants at least one second");
        }
        return Duration.ofSeconds(options.timeout());
    }

    private Trace trace() {
        Trace toFile = options.trace()
                .map(path -> {
                    traceFile = Optional.of(traceFile.orElseGet(() -> TraceFile.create(path, surroundings.ticker())));
                    return (Trace) traceFile.get();
                })
                .orElse(Trace.NONE);
        Trace toScreen = options.verbose()
                ? (direction, bytes, hidden) -> surroundings.err().println(TraceFile.line(direction, bytes, hidden))
                : Trace.NONE;
        return (direction, bytes, hidden) -> {
            toFile.moved(direction, bytes, hidden);
            toScreen.moved(direction, bytes, hidden);
        };
    }

    @Override
    public void close() {
        traceFile.ifPresent(TraceFile::close);
    }
}

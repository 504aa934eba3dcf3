package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.handover.PinStore;
import dev.seckey.cli.keys.Listing;
import dev.seckey.cli.ledger.Desk;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.ReadableLedger;
import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.policy.ProvisionRules;
import dev.seckey.cli.policy.ProvisionRules.Reset;
import dev.seckey.cli.provision.Batch;
import dev.seckey.cli.provision.Conductor;
import dev.seckey.cli.provision.DryRun;
import dev.seckey.cli.provision.Hub;
import dev.seckey.cli.provision.NoLedger;
import dev.seckey.cli.provision.PlainView;
import dev.seckey.cli.provision.Run;
import dev.seckey.cli.provision.SummaryResult;
import dev.seckey.cli.provision.View;
import dev.seckey.cli.provision.live.LiveView;
import dev.seckey.cli.users.UsersFile;
import dev.seckey.cli.verify.Whereabouts;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "provision",
        description = {
            "Set up a box of keys, one after another or several at once.",
            "Each key is recognised, verified, changed as the policy's [provision] part says, read back and written into"
                    + " the ledger. A key that is in order already is left alone, one that the policy forbids is refused."
                    + " What was interrupted is taken up again."
        },
        footer = {
            "",
            "Exit codes: 0 all keys are in order, 10 some are not, 130 ended by Ctrl-C; 9 no key could be judged by this"
                    + " metadata, 11 a file, a database or the ledger failed.",
            "",
            "Examples:",
            "  seckey provision --policy ward.toml --dry-run",
            "  seckey provision --policy ward.toml --count 50 --pins-to pins --encrypt-to handover.pem",
            "  seckey provision --policy ward.toml --users staff.csv --pins-to pins --encrypt-to handover.pem",
            "  seckey provision --policy ward.toml --virtual --count 3     (simulated keys, for training)"
        })
final class ProvisionCommand implements Action {
    private final Context context;

    @Mixin
    private PolicyOption policyOption = new PolicyOption();

    @Mixin
    private LedgerOption ledgerOption = new LedgerOption();

    @Mixin
    private UsersFileOptions usersOptions = new UsersFileOptions();

    @Mixin
    private HandoverOptions handoverOptions = new HandoverOptions();

    @Mixin
    private ConsentOption consentOption = new ConsentOption();

    @Option(
            names = "--bench",
            paramLabel = "NAME",
            description = "What this place of work is called in the ledger, if not as the machine (or SECKEY_BENCH).")
    private Optional<String> bench = Optional.empty();

    @Option(names = "--count", paramLabel = "N", description = "End after so many keys.")
    private Optional<Integer> count = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "1",
            description = "Work on so many keys at once (${DEFAULT-VALUE}).")
    private int parallel;

    @Option(
            names = "--plain",
            description =
                    "Say everything in plain lines, as where there is no terminal (or --no-color): nothing is drawn"
                            + " over. For screen readers.")
    private boolean plain;

    @Option(names = "--dry-run", description = "Only say what would be done to each key; nothing is changed.")
    private boolean dryRun;

    @Option(
            names = "--reset-unfinished",
            description = "Reset a key that an earlier run left with a PIN that nobody knows, and begin anew.")
    private boolean resetUnfinished;

    @Option(
            names = "--trust-simulated",
            description = "Accept the models of seckey's own simulated keys; implied by --virtual. For training.")
    private boolean trustSimulated;

    ProvisionCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        PolicyDocument document = policyOption.document(context);
        ProvisionRules rules = document.provision()
                .orElseThrow(() -> new UsageException(
                        "the policy " + document.rules().name() + " does not say how a key is set up",
                        "write a [provision] part into a policy of your own, and name its file with --policy"));
        requireSense();
        try (Optionally<UsersFile> users = new Optionally<>(usersOptions.read(context, rules));
                PluggedIn plugged = PluggedIn.of(context, count, parallel)) {
            Batch batch = batch(document, plugged);
            requireFreshMetadata(batch, plugged);
            SummaryResult summary =
                    dryRun ? preview(batch, plugged, users.value()) : provision(batch, rules, plugged, users.value());
            context.output().printEach("provision", summary);
            return summary.tally().isAllWell() ? ExitCode.DONE : ExitCode.PARTIAL;
        }
    }

    private SummaryResult preview(Batch batch, PluggedIn plugged, Optional<UsersFile> users) {
        try (ReadableLedger ledger = ledgerIfAny()) {
            requireKeysCanBeOpened(plugged.hub());
            return new DryRun(batch, ledger, desk().bench(), users)
                    .with(conductor(plugged), plugged.limit(count), plugged.simulated(), context.prompts());
        }
    }

    private SummaryResult provision(Batch batch, ProvisionRules rules, PluggedIn plugged, Optional<UsersFile> users) {
        try (Optionally<PinStore> store = new Optionally<>(handoverOptions.open(context, rules));
                Ledger ledger = ledgerOption.openOrMake(context, desk())) {
            requireKeysCanBeOpened(plugged.hub());
            askForResets(rules);
            return new Run(batch, ledger, desk().bench(), users, store.value(), handoverOptions.earlier(context))
                    .with(conductor(plugged), plugged.limit(count), plugged.simulated(), context.prompts());
        }
    }

    private void requireSense() {
        if (count.filter(number -> number < 1).isPresent() || parallel < 1) {
            throw new UsageException("--count and --parallel want at least 1");
        }
        if (context.output().isToFile()) {
            throw new UsageException("provision prints as it goes: it does not go with -o", "use > FILE");
        }
    }

    /** What is too old to judge one key by is so for all. */
    private void requireFreshMetadata(Batch batch, PluggedIn plugged) {
        IndexHeader header = batch.models().index().header();
        long age = header.ageDays(LocalDate.ofInstant(context.now(), ZoneOffset.UTC));
        int allowed = batch.document().rules().metadataMaxAgeDays();
        if (age > allowed && !plugged.simulated()) {
            throw new TrustFault(
                    "the metadata is " + age + " days old, and the policy allows " + allowed
                            + ": no key could be judged",
                    "bring it up to date: seckey metadata update");
        }
    }

    private Desk desk() {
        return Desk.here(bench, context.surroundings().environment());
    }

    private ReadableLedger ledgerIfAny() {
        try {
            return ledgerOption.open(context);
        } catch (FileFault e) {
            context.prompts().say("note: " + e.getMessage());
            return new NoLedger();
        }
    }

    private Batch batch(PolicyDocument document, PluggedIn plugged) {
        return new Batch(
                context.now().truncatedTo(ChronoUnit.MILLIS) + " " + desk().bench(),
                document,
                context.models(trustSimulated || plugged.simulated()),
                new Whereabouts(desk().operator(), desk().machine()),
                context.surroundings().clock(),
                context.surroundings().random().get(),
                context::deadline,
                new Batch.Manner(resetUnfinished, parallel > 1));
    }

    private Conductor conductor(PluggedIn plugged) {
        return new Conductor(
                plugged.hub(), view(plugged), context.surroundings().cancel(), context::deadline, parallel);
    }

    private View view(PluggedIn plugged) {
        if (plain || !context.canDraw()) {
            return new PlainView(context.output(), context.prompts(), plugged.limit(count), parallel > 1);
        }
        return new LiveView(
                context.output(),
                context.prompts(),
                context.surroundings().err(),
                context.surroundings().screen(),
                context.surroundings().ticker(),
                plugged.simulated(),
                plugged.limit(count),
                parallel);
    }

    private void askForResets(ProvisionRules rules) {
        if (rules.reset() == Reset.NEVER && !resetUnfinished) {
            return;
        }
        String which = switch (rules.reset()) {
            case ALWAYS -> "every key is reset";
            case IF_USED -> "keys that have a PIN or fingerprints are reset";
            case NEVER -> "keys that an earlier run left with a PIN that nobody knows are reset";
        };
        consentOption.consent(context).require(which + ": everything on them is deleted for good");
    }

    /** Rights that are missing are missing for every key. */
    private void requireKeysCanBeOpened(Hub hub) {
        Listing listing = hub.keys().list();
        Stream.concat(
                        listing.present().stream()
                                .filter(hub.wanted())
                                .map(KeyRef::obstacle)
                                .flatMap(Optional::stream),
                        listing.blindSpots().stream())
                .filter(obstacle ->
                        obstacle.reason() == Reason.ACCESS_DENIED || obstacle.reason() == Reason.NO_NATIVE_LIBRARY)
                .findFirst()
                .ifPresent(obstacle -> {
                    throw obstacle.fault();
                });
        listing.blindSpots().stream()
                .map(Obstacle::what)
                .forEach(what -> context.prompts().say("note: " + what));
    }

    /** A resource that may not be there. */
    private record Optionally<T extends AutoCloseable>(Optional<T> value) implements AutoCloseable {
        @Override
        public void close() {
            try {
                if (value.isPresent()) {
                    value.get().close();
                }
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

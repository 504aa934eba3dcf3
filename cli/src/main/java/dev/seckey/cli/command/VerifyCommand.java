package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.FailureHandler;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.Version;
import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.Output;
import dev.seckey.cli.output.VerdictPage;
import dev.seckey.cli.output.VerdictResult;
import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.record.RecordFile;
import dev.seckey.cli.record.Replay;
import dev.seckey.cli.terminal.Colours;
import dev.seckey.cli.verify.Verified;
import dev.seckey.cli.verify.Verifier;
import dev.seckey.cli.verify.Whereabouts;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.verdict.Evidence;
import dev.seckey.ctap2.verdict.Proof;
import dev.seckey.ctap2.verdict.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "Is this key genuine, and does the policy allow it?",
            "Asks the key to prove its model, with a touch and, only if the key insists, with its PIN. Nothing is"
                    + " stored on the key."
        },
        footer = {
            "",
            "Exit codes: 0 acceptable, 1 not acceptable, 9 cannot tell; 4 PIN missing or wrong, 5 not touched.",
            "",
            "Examples:",
            "  seckey verify",
            "  seckey verify --json | jq .verdict",
            "  seckey verify --no-touch          the claim alone",
            "  seckey --key virtual:level1 verify",
            "  seckey verify --watch --beep --record trail.jsonl",
            "  seckey verify --challenge 4711 --record mine.jsonl      at the user's computer",
            "  seckey verify --challenge 4711 --replay mine.jsonl      at the RA agent's"
        })
final class VerifyCommand implements Action {
    private final Context context;

    @Mixin
    private PolicyOption policyOption = new PolicyOption();

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Option(
            names = "--no-touch",
            description = "Look only at what the key claims; never enough where the policy wants proof.")
    private boolean noTouch;

    @Mixin
    private TrailOptions trail = new TrailOptions();

    @Mixin
    private QueueOptions queue = new QueueOptions();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the verdict as a page of HTML too, which prints on one sheet of A4.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--trust-simulated",
            description = "Accept the models of seckey's own simulated keys, which nobody certified; implied by"
                    + " --virtual. For training and tests.")
    private boolean trustSimulated;

    VerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Optional<String> code = trail.code();
        boolean watch = queue.watch();
        if (report.isPresent() && (watch || trail.replay().isPresent())) {
            throw new UsageException("--report is for one key: it does not go with --watch or --replay");
        }
        if (trail.replay().isPresent()) {
            return replay(trail.replay().get(), code);
        }
        if (watch && context.output().isToFile()) {
            throw new UsageException("--watch prints as it goes: it does not go with -o");
        }
        Verifier verifier = verifier(code);
        Optional<RecordFile> record = trail.open();
        try {
            return watch
                    ? new VerifyQueue(context, queue, key -> verify(verifier, record, key)).run()
                    : once(verifier, record);
        } finally {
            record.ifPresent(RecordFile::close);
        }
    }

    private ExitCode once(Verifier verifier, Optional<RecordFile> record) {
        try (OpenKey key = context.openKey()) {
            Verified verified = verify(verifier, record, key);
            report.ifPresent(file -> new Output(
                            context.surroundings().out(), Optional.of(file), false, Colours.OFF, () -> {})
                    .print(VerdictPage.html(result(verified), TrailOptions.facts(verified, verifier.policy()))));
            context.output().print("verify", result(verified));
            return exitCode(verified.verdict(), verified.evidence());
        }
    }

    /** On the disk before it is told. */
    private static Verified verify(Verifier verifier, Optional<RecordFile> record, OpenKey key) {
        Verified verified = verifier.verify(key);
        record.ifPresent(file -> file.append(TrailOptions.record(verified, verifier.policy())));
        return verified;
    }

    static VerdictResult result(Verified verified) {
        return new VerdictResult(
                verified.verdict(),
                verified.evidence(),
                verified.simulated(),
                verified.occasion().at());
    }

    private Verifier verifier(Optional<String> code) {
        return new Verifier(
                policyOption.document(context),
                key -> context.models(trustSimulated || key.simulated()),
                new Verifier.Asking(!noTouch, pinOptions.useLastRetry(), this::pin, context.prompts()),
                new Verifier.Surrounding(
                        context.surroundings().clock(),
                        context.surroundings().random().get(),
                        Whereabouts.of(context.surroundings().environment()),
                        Version.line(),
                        code));
    }

    /** Whoever gave a code judges by a policy of their own; the record's was chosen by the other side. */
    private ExitCode replay(Path file, Optional<String> code) {
        if (trail.keepsRecords() || queue.watch()) {
            throw new UsageException("--replay judges records and no key: it does not go with --record or --watch");
        }
        boolean simulated = trustSimulated
                || context.selector()
                        .filter(KeySelector.Simulated.class::isInstance)
                        .isPresent();
        Optional<PolicyDocument> policy =
                code.isPresent() ? Optional.of(policyOption.document(context)) : policyOption.named(context);
        return new VerifyReplay(context, new Replay(code, policy, context.models(simulated), context.now())).run(file);
    }

    private Optional<Pin> pin() {
        if (!pinOptions.choice().isGiven()) {
            context.prompts().sayPreface();
        }
        return context.pinSource().read(pinOptions.choice(), "PIN of the key, typed by its owner");
    }

    /** Where something on the person's side kept the key from proving itself, the code says which. */
    private static ExitCode exitCode(Verdict verdict, Evidence evidence) {
        return switch (verdict.outcome()) {
            case ACCEPTABLE -> ExitCode.DONE;
            case NOT_ACCEPTABLE -> ExitCode.NO;
            case CANNOT_TELL ->
                evidence.proof() instanceof Proof.None none
                        ? none.reason().map(FailureHandler::exitCode).orElse(ExitCode.CANNOT_TELL)
                        : ExitCode.CANNOT_TELL;
        };
    }
}

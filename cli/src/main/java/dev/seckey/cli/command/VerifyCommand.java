package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.FailureHandler;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.VerdictResult;
import dev.seckey.cli.verify.EvidenceCollector;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.verdict.Evidence;
import dev.seckey.ctap2.verdict.Judge;
import dev.seckey.ctap2.verdict.Models;
import dev.seckey.ctap2.verdict.Policy;
import dev.seckey.ctap2.verdict.Proof;
import dev.seckey.ctap2.verdict.Verdict;
import java.time.Instant;
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
            "  seckey --key virtual:level1 verify"
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
        Policy policy = policyOption.policy(context);
        Instant at = context.now();
        try (OpenKey key = context.openKey()) {
            Models models = context.models(trustSimulated || key.simulated());
            Evidence evidence = collector(policy, models, at).collect(key);
            Verdict verdict = Judge.judge(evidence, policy, models, at);
            boolean simulated = key.simulated() || verdict.simulated();
            context.output().print("verify", new VerdictResult(verdict, evidence, simulated, at));
            return exitCode(verdict, evidence);
        }
    }

    private EvidenceCollector collector(Policy policy, Models models, Instant at) {
        return new EvidenceCollector(
                policy,
                models,
                at,
                !noTouch,
                pinOptions.useLastRetry(),
                this::pin,
                context.surroundings().random().get(),
                context.prompts());
    }

    private Optional<Pin> pin() {
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

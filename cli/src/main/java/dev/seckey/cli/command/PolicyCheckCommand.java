package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.output.PolicyCheckResult;
import dev.seckey.cli.policy.Policies;
import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.policy.PolicyException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Is this file a policy? Tells every mistake in it at once, each with its line and column.",
        footer = {"", "Exit codes: 0 a good policy, 1 none, 11 the file cannot be read."})
final class PolicyCheckCommand implements Action {
    private final Context context;

    @Parameters(paramLabel = "FILE", description = "A TOML file.")
    private Path file;

    PolicyCheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        PolicyCheckResult result = check();
        context.output().print("policy check", result);
        return result.problems().isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }

    private PolicyCheckResult check() {
        try {
            PolicyDocument policy = Policies.read(file);
            String what = policy.rules().name() + " (" + policy.rules().title() + ")";
            return new PolicyCheckResult(
                    file.toString(),
                    (policy.provision().isPresent() ? "and for provisioning too: " : "") + what,
                    List.of());
        } catch (PolicyException e) {
            return new PolicyCheckResult(
                    file.toString(),
                    "",
                    e.problems().stream()
                            .map(each -> new PolicyCheckResult.Mistake(each.line(), each.column(), each.what()))
                            .toList());
        }
    }
}

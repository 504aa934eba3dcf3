package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.output.PolicyResult;
import dev.seckey.cli.policy.PolicyDocument;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Print a policy as it is written, to be read, or copied and changed.",
        footer = {"", "Example: seckey policy show nhs-cis2 -o ward.toml"})
final class PolicyShowCommand implements Action {
    private final Context context;

    @Parameters(
            paramLabel = "POLICY",
            arity = "0..1",
            defaultValue = "nhs-cis2",
            description = "One of \"seckey policy list\", or a file (${DEFAULT-VALUE}).")
    private String name;

    PolicyShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        PolicyDocument policy = context.policies().find(name);
        context.output()
                .print(
                        "policy show",
                        new PolicyResult(
                                policy.rules().name(),
                                policy.source(),
                                policy.rules().title(),
                                policy.sha256(),
                                new String(policy.content().toArray(), StandardCharsets.UTF_8)));
        return ExitCode.DONE;
    }
}

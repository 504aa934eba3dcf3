package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.output.PolicyListResult;
import dev.seckey.cli.output.PolicyListResult.Line;
import dev.seckey.cli.policy.Policies;
import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.policy.PolicyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "List the policies that are built in and those in the folder \"policies\" of seckey's home.")
final class PolicyListCommand implements Action {
    private final Context context;

    PolicyListCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        List<Line> lines = new ArrayList<>();
        Policies.builtIn().forEach(policy -> lines.add(line(policy.rules().name(), policy)));
        context.policies().files().forEach(file -> lines.add(line(file)));
        context.output().print("policy list", new PolicyListResult(lines));
        return ExitCode.DONE;
    }

    private static Line line(Path file) {
        try {
            return line(Policies.nameOf(file), Policies.read(file));
        } catch (PolicyException e) {
            return new Line(Policies.nameOf(file), file.toString(), "not valid: " + e.getMessage(), Optional.empty());
        }
    }

    /** By the name that --policy takes, which is that of the file. */
    private static Line line(String name, PolicyDocument policy) {
        return new Line(name, policy.source(), policy.rules().title(), Optional.of(policy.sha256()));
    }
}

package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.verdict.Policy;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What a key must be. */
final class PolicyOption {
    @Option(
            names = "--policy",
            paramLabel = "NAME",
            defaultValue = "nhs-cis2",
            description = "What is asked of the key: nhs-cis2 (Level 2, proved), fido-level-1 or any-fido2"
                    + " (${DEFAULT-VALUE}).")
    private String name;

    Policy policy() {
        return Policy.named(name)
                .orElseThrow(() -> new UsageException(
                        "there is no policy \"" + name + "\"",
                        "there are: "
                                + Policy.BUILT_IN.stream().map(Policy::name).collect(Collectors.joining(", "))));
    }
}

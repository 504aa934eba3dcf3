package dev.seckey.cli.command;

import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.ctap2.verdict.Policy;
import picocli.CommandLine.Option;

/** What a key must be. */
final class PolicyOption {
    @Option(
            names = "--policy",
            paramLabel = "NAME",
            defaultValue = "nhs-cis2",
            description = "What is asked of the key: nhs-cis2 (Level 2, proved), fido-level-1, any-fido2"
                    + " or a TOML file (${DEFAULT-VALUE}).")
    private String name;

    Policy policy(Context context) {
        return document(context).rules();
    }

    PolicyDocument document(Context context) {
        return context.policies().find(name);
    }
}

package dev.seckey.cli.command;

import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.ctap2.verdict.Policy;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a key must be. */
final class PolicyOption {
    private static final String DEFAULT = "nhs-cis2";

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description = "What is asked of the key: nhs-cis2 (Level 2, proved), fido-level-1, any-fido2"
                    + " or a TOML file (nhs-cis2).")
    private Optional<String> name = Optional.empty();

    Policy policy(Context context) {
        return document(context).rules();
    }

    PolicyDocument document(Context context) {
        return context.policies().find(name.orElse(DEFAULT));
    }

    /** Only where one was named. */
    Optional<PolicyDocument> named(Context context) {
        return name.map(context.policies()::find);
    }
}

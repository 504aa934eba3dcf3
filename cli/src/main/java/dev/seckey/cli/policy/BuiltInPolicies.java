package dev.seckey.cli.policy;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.verdict.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The policies that are shipped. Each is a TOML file that can be shown, recorded and copied; its rules stand here a second
 * time, held equal by a test, because the first TOML file that a process reads costs a fifth of a second.
 */
final class BuiltInPolicies {
    static final String SOURCE = "built in";

    /** The default first. */
    static final List<Policy> RULES = List.of(
            Policy.of(
                    "nhs-cis2",
                    "NHS CIS2 Authentication: Level 2 or above, proved",
                    Optional.of(CertificationLevel.L2),
                    true,
                    365),
            Policy.of(
                    "fido-level-1",
                    "certified at Level 1 or above, proved",
                    Optional.of(CertificationLevel.L1),
                    true,
                    365),
            Policy.of("any-fido2", "any FIDO2 key that is not known to be bad", Optional.empty(), false, 3650));

    private BuiltInPolicies() {}

    static Optional<PolicyDocument> find(String name) {
        return RULES.stream()
                .filter(rules -> rules.name().equals(name))
                .findFirst()
                .map(rules -> new PolicyDocument(rules, Optional.empty(), content(rules.name()), SOURCE));
    }

    private static Bytes content(String name) {
        try (InputStream in = BuiltInPolicies.class.getResourceAsStream(name + ".toml")) {
            return Bytes.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

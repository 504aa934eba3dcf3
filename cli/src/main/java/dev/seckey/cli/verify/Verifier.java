package dev.seckey.cli.verify;

import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.verdict.Evidence;
import dev.seckey.ctap2.verdict.Judge;
import dev.seckey.ctap2.verdict.Models;
import dev.seckey.ctap2.verdict.Policy;
import dev.seckey.ctap2.verdict.Verdict;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Verifies one key after the other by one policy. */
public final class Verifier {
    private final PolicyDocument policy;
    private final Function<OpenKey, Models> models;
    private final Asking asking;
    private final Surrounding surrounding;

    /**
     * How the person may be asked.
     *
     * @param mayTouch whether to ask for a proof at all
     * @param pin asked only if the key proves nothing without; empty if there is none
     */
    public record Asking(boolean mayTouch, boolean useLastRetry, Supplier<Optional<Pin>> pin, Prompts prompts) {}

    /**
     * @param seckey its version
     * @param code of somebody at a distance
     */
    public record Surrounding(
            Clock clock, SecureRandom random, Whereabouts whereabouts, String seckey, Optional<String> code) {}

    public Verifier(PolicyDocument policy, Function<OpenKey, Models> models, Asking asking, Surrounding surrounding) {
        this.policy = policy;
        this.models = models;
        this.asking = asking;
        this.surrounding = surrounding;
    }

    public PolicyDocument policy() {
        return policy;
    }

    public Verified verify(OpenKey key) {
        Instant at = surrounding.clock().instant();
        Policy rules = policy.rules();
        Models known = models.apply(key);
        Occasion occasion = occasion(at);
        Evidence evidence =
                new EvidenceCollector(rules, known, at, asking, surrounding.random(), occasion).collect(key);
        Verdict verdict = Judge.judge(evidence, rules, known, at);
        return new Verified(
                occasion, evidence, verdict, known.index().header(), key.simulated() || verdict.simulated());
    }

    private Occasion occasion(Instant at) {
        return new Occasion(
                at,
                Bytes.random(surrounding.random(), Occasion.NONCE_SIZE),
                surrounding.code(),
                surrounding.whereabouts().operator(),
                surrounding.whereabouts().machine(),
                surrounding.seckey(),
                policy.rules().name(),
                policy.sha256());
    }
}

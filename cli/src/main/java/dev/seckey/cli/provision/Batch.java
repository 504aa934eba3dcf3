package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.policy.ProvisionRules;
import dev.seckey.cli.verify.Whereabouts;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.verdict.Models;
import dev.seckey.ctap2.verdict.Policy;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What is the same for all keys of one run.
 *
 * @param id names the run in the ledger
 * @param models where models are looked up, the same for all keys
 * @param patience how long one move of the person, or one answer of a key, may take
 */
public record Batch(
        String id,
        PolicyDocument document,
        Models models,
        Whereabouts whereabouts,
        Clock clock,
        SecureRandom random,
        Supplier<Deadline> patience,
        Manner manner) {
    /**
     * How it was called.
     *
     * @param resetUnfinished whether a key that was begun and has a PIN that nobody knows may be reset
     * @param several whether several keys are worked on at once
     */
    public record Manner(boolean resetUnfinished, boolean several) {}

    Policy policy() {
        return document.rules();
    }

    ProvisionRules rules() {
        return document.provision().orElseThrow();
    }

    /** An event of this run. */
    Entry entry(EventKind kind) {
        return Entry.of(kind, id)
                .under(policy().name(), document.sha256())
                .judgedBy(models.index().header().number());
    }

    Entry entry(EventKind kind, KeyIdentity key) {
        return entry(kind).about(key);
    }
}

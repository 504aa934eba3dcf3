package dev.seckey.cli.provision.plan;

import dev.seckey.cli.policy.ProvisionRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one setMinPINLength with everything that the policy says of PINs (CTAP 2.3 §6.11.4). */
final class PinRulesStep {
    private PinRulesStep() {}

    /** @param readersTold whether the key is known to have been told who may read the length: it cannot be asked */
    static Optional<Step> of(ProvisionRules rules, KeyState key, boolean readersTold) {
        List<String> parts = new ArrayList<>();
        rules.minPinLength()
                .filter(length -> length > key.minPinLength())
                .ifPresent(length -> parts.add("minimum PIN length: " + key.minPinLength() + ", becomes " + length));
        if (rules.pinComplexity() && !key.pinComplexity().orElse(false)) {
            parts.add("PIN complexity policy: off, becomes on");
        }
        Optional<String> readers = Optional.of(rules.minPinLengthRpIds())
                .filter(ids -> !ids.isEmpty() && !readersTold)
                .map(ids -> "who may read the minimum PIN length: " + String.join(", ", ids));
        readers.ifPresent(parts::add);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step(
                        StepId.MIN_PIN_LENGTH,
                        String.join("; ", parts),
                        readers.map(any -> "which sites may read the minimum PIN length cannot be read back: the key"
                                + " only said that it took them")));
    }
}

package dev.seckey.cli.provision.plan;

import dev.seckey.cli.policy.ProvisionRules;
import dev.seckey.cli.policy.ProvisionRules.Pin;
import dev.seckey.cli.provision.plan.Refusal.Kind;
import java.util.Optional;

/** What a key would have to have, looked at before anything is changed. */
final class Capabilities {
    private Capabilities() {}

    static boolean pinMissing(ProvisionRules rules, KeyState key) {
        return rules.pin() != Pin.NONE && !key.hasPin();
    }

    /** Why the key cannot become what the policy wants. */
    static Optional<Refusal> lacking(ProvisionRules rules, KeyState key) {
        if (rules.pin() != Pin.NONE && key.pinSet().isEmpty()) {
            return cannot("a PIN");
        }
        if (rules.enterpriseAttestation() && key.enterpriseAttestation().isEmpty()) {
            return cannot("enterprise attestation");
        }
        if (rules.longTouchReset() && key.longTouch().isEmpty()) {
            return cannot("a long touch for a reset");
        }
        if (rules.alwaysUv().orElse(false) && key.alwaysUv().isEmpty()) {
            return cannot("always-UV");
        }
        if (rules.pinComplexity() && key.pinComplexity().isEmpty()) {
            return cannot("a PIN complexity policy");
        }
        return pinRules(rules, key).or(() -> yubiKey(rules, key));
    }

    private static Optional<Refusal> pinRules(ProvisionRules rules, KeyState key) {
        boolean longer = rules.minPinLength()
                .filter(length -> length > key.minPinLength())
                .isPresent();
        boolean asked = longer || rules.forcePinChange() || rules.pinComplexity();
        if (asked && !key.minPinLengthSettable()) {
            return cannot("rules for PINs that can be set");
        }
        if (longer && rules.minPinLength().orElseThrow() > key.maxPinLength()) {
            return cannot("PINs of " + rules.minPinLength().orElseThrow() + " characters");
        }
        if (rules.minPinLengthRpIds().size() > key.readersRoom()) {
            return cannot(rules.minPinLengthRpIds().size() + " sites that may read the minimum PIN length (it takes "
                    + key.readersRoom() + ")");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> yubiKey(ProvisionRules rules, KeyState key) {
        if (key.yubiKey().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> obstacle =
                YubiKeySteps.obstacle(rules.yubikey(), key.yubiKey().get());
        if (obstacle.isPresent()) {
            return Optional.of(Refusal.of(Kind.CANNOT_MEET, obstacle.get()));
        }
        boolean changes = YubiKeySteps.before(rules.yubikey(), key).isPresent()
                || YubiKeySteps.after(rules.yubikey(), key).isPresent();
        return changes && key.yubiKey().get().isLocked()
                ? Optional.of(Refusal.of(
                        Kind.LOCKED,
                        "its configuration is locked by a code",
                        "change its applications first (seckey yubikey applications --lock-code-file)"))
                : Optional.empty();
    }

    private static Optional<Refusal> cannot(String what) {
        return Optional.of(Refusal.of(
                Kind.CANNOT_MEET,
                "this kind of key does not have " + what + ", which the policy asks for",
                "use another kind of key, or another policy"));
    }
}

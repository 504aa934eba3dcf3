package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state in which the key is. It decides only where the policy asks for one; all of it helps who holds the key. */
final class SetUpCheck {
    private static final int FEW_RETRIES = 3;

    private SetUpCheck() {}

    static List<Check> all(KeyRules rules, Evidence evidence, Optional<Models.Model> model) {
        List<Check> checks = new ArrayList<>();
        evidence.info().ifPresent(info -> {
            checks.add(consistency(info, model));
            checks.addAll(KeyRuleChecks.all(rules, info, evidence));
            checks.add(pin(rules, info, evidence.pinRetries()));
            checks.add(use(rules, info));
        });
        checks.add(Check.of(Subject.TRANSPORT, Status.PASS, evidence.transport().name()));
        return checks;
    }

    /** A key that lists fewer protocol versions than its model is said to have is odd; more may be newer firmware. */
    private static Check consistency(AuthenticatorInfo info, Optional<Models.Model> model) {
        if (!info.deviations().isEmpty()) {
            return Check.of(
                    Subject.CONSISTENCY,
                    Status.WARN,
                    "getInfo is not in canonical form: " + String.join(", ", info.deviations()));
        }
        List<String> lacking = model.map(found -> found.entry().versions()).orElse(List.of()).stream()
                .filter(version -> !info.versions().contains(version))
                .filter(version -> !(version.equals(AuthenticatorInfo.U2F_V2) && info.has(Option.ALWAYS_UV)))
                .toList();
        return lacking.isEmpty()
                ? Check.of(Subject.CONSISTENCY, Status.PASS, "getInfo agrees with what is known of the model")
                : Check.of(
                        Subject.CONSISTENCY,
                        Status.WARN,
                        "the model is said to speak " + String.join(", ", lacking) + ", and this key does not list it");
    }

    private static Check pin(KeyRules rules, AuthenticatorInfo info, Optional<PinRetries> retries) {
        Optional<Boolean> clientPin = info.option(Option.CLIENT_PIN);
        if (rules.pinSet().isPresent() && !rules.pinSet().get().equals(clientPin.orElse(false))) {
            return rules.pinSet().get()
                    ? Check.of(Subject.PIN, Status.FAIL, "not set, and the policy asks for one", "seckey pin set")
                    : Check.of(
                            Subject.PIN,
                            Status.FAIL,
                            "set, and the policy asks for a key without one",
                            "use a new key, or reset this one (seckey reset), which deletes everything on it");
        }
        if (clientPin.isEmpty()) {
            return Check.of(Subject.PIN, Status.WARN, "this key cannot have a PIN");
        }
        if (!clientPin.get()) {
            return Check.of(Subject.PIN, Status.PASS, "not set");
        }
        if (info.forcePinChange()) {
            return Check.of(Subject.PIN, Status.WARN, "set, and must be changed", Obstacle.CHANGE_PIN_FIRST.advice());
        }
        return retries.map(SetUpCheck::retries).orElseGet(() -> Check.of(Subject.PIN, Status.PASS, "set"));
    }

    private static Check retries(PinRetries retries) {
        if (retries.left() == 0) {
            return Check.of(
                    Subject.PIN,
                    Status.WARN,
                    "blocked: no tries left",
                    "only a reset makes the key usable again; it deletes everything on it");
        }
        if (retries.powerCycleNeeded()) {
            return Check.of(
                    Subject.PIN, Status.WARN, "locked after wrong PINs", "pull the key out and plug it in again");
        }
        return Check.of(
                Subject.PIN,
                retries.left() <= FEW_RETRIES ? Status.WARN : Status.PASS,
                "set, " + retries.left() + (retries.left() == 1 ? " try" : " tries") + " left");
    }

    /** That a key is fresh cannot be proved: credentials that are not discoverable leave no trace. */
    private static Check use(KeyRules rules, AuthenticatorInfo info) {
        if (info.protectedByUserVerification()) {
            String what =
                    "somebody has set this key up: it has " + (info.has(Option.CLIENT_PIN) ? "a PIN" : "a fingerprint");
            return rules.fresh()
                    ? Check.of(
                            Subject.USE,
                            Status.FAIL,
                            what + ", and the policy asks for a fresh key",
                            "use a new key, or reset this one (seckey reset), which deletes everything on it")
                    : Check.of(Subject.USE, Status.PASS, what);
        }
        return Check.of(Subject.USE, Status.PASS, "no sign of use (that it is new cannot be proved)");
    }
}

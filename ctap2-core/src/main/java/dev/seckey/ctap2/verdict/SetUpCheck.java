package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state in which the key is. None of this decides; all of it helps the person who holds the key. */
final class SetUpCheck {
    private static final int FEW_RETRIES = 3;

    private SetUpCheck() {}

    static List<Check> all(Evidence evidence, Optional<Models.Model> model) {
        List<Check> checks = new ArrayList<>();
        evidence.info().ifPresent(info -> {
            checks.add(consistency(info, model));
            checks.add(pin(info, evidence.pinRetries()));
            checks.add(use(info));
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

    private static Check pin(AuthenticatorInfo info, Optional<PinRetries> retries) {
        Optional<Boolean> clientPin = info.option(Option.CLIENT_PIN);
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
    private static Check use(AuthenticatorInfo info) {
        return info.has(Option.CLIENT_PIN)
                ? Check.of(Subject.USE, Status.PASS, "somebody has set this key up: it has a PIN")
                : Check.of(Subject.USE, Status.PASS, "no sign of use (that it is new cannot be proved)");
    }
}

package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.KeyRules.UserVerificationMethod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the policy asks of the key itself, beyond its model; a check for each thing that it does ask. */
final class KeyRuleChecks {
    private KeyRuleChecks() {}

    static List<Check> all(KeyRules rules, AuthenticatorInfo info, Evidence evidence) {
        List<Check> checks = new ArrayList<>();
        rules.minimumPinLength().ifPresent(wanted -> checks.add(pinLength(wanted, info)));
        rules.alwaysUv().ifPresent(wanted -> checks.add(alwaysUv(wanted, info)));
        if (!rules.userVerification().isEmpty()) {
            checks.add(userVerification(rules.userVerification(), info));
        }
        if (!rules.extensions().isEmpty()) {
            checks.add(extensions(rules.extensions(), info));
        }
        if (!rules.transports().isEmpty()) {
            checks.add(transports(rules.transports(), info, evidence));
        }
        return checks;
    }

    private static Check pinLength(int wanted, AuthenticatorInfo info) {
        return check(
                Subject.PIN_LENGTH,
                info.minPinLength() >= wanted,
                "the key takes PINs of " + info.minPinLength() + " characters or more",
                wanted + " are asked for",
                "seckey config min-pin-length " + wanted);
    }

    private static Check alwaysUv(boolean wanted, AuthenticatorInfo info) {
        boolean on = info.has(Option.ALWAYS_UV);
        return check(
                Subject.ALWAYS_UV,
                on == wanted,
                "always-UV is " + (on ? "on" : "off"),
                "it should be " + (wanted ? "on" : "off"),
                "seckey config always-uv " + (wanted ? "on" : "off"));
    }

    private static Check userVerification(List<UserVerificationMethod> wanted, AuthenticatorInfo info) {
        List<String> lacking = wanted.stream()
                .filter(method -> !has(method, info))
                .map(method -> method.name().toLowerCase(Locale.ROOT))
                .toList();
        return lacking(Subject.USER_VERIFICATION, "way to know its person", lacking);
    }

    /** Whether it is set up does not matter here. */
    private static boolean has(UserVerificationMethod method, AuthenticatorInfo info) {
        return switch (method) {
            case PIN -> info.option(Option.CLIENT_PIN).isPresent();
            case FINGERPRINT ->
                info.option(Option.BIO_ENROLL).isPresent()
                        || info.option(Option.BIO_ENROLL_PREVIEW).isPresent();
        };
    }

    private static Check extensions(List<String> wanted, AuthenticatorInfo info) {
        return lacking(
                Subject.EXTENSIONS,
                "extension",
                wanted.stream()
                        .filter(each -> !info.extensions().contains(each))
                        .toList());
    }

    /** A key that does not say its transports has at least the one that it was reached by. */
    private static Check transports(List<String> wanted, AuthenticatorInfo info, Evidence evidence) {
        Set<String> has = new LinkedHashSet<>(info.transports());
        has.add(evidence.transport().id());
        List<String> lacking =
                wanted.stream().filter(each -> !has.contains(each)).toList();
        if (!lacking.isEmpty() && info.transports().isEmpty()) {
            return Check.of(
                    Subject.TRANSPORTS,
                    Status.UNKNOWN,
                    "the key does not say whether it has " + String.join(", ", lacking),
                    "look at the maker's data sheet, or verify it over " + String.join(", ", lacking));
        }
        return lacking(Subject.TRANSPORTS, "transport", lacking);
    }

    private static Check lacking(Subject subject, String what, List<String> lacking) {
        return lacking.isEmpty()
                ? Check.of(subject, Status.PASS, "every " + what + " that is asked for")
                : Check.of(
                        subject,
                        Status.FAIL,
                        "this key does not have a " + what + " that is asked for: " + String.join(", ", lacking),
                        "use a key of a model that has it");
    }

    private static Check check(Subject subject, boolean holds, String found, String wanted, String advice) {
        return holds
                ? Check.of(subject, Status.PASS, found)
                : Check.of(subject, Status.FAIL, found + ", and " + wanted, advice);
    }
}

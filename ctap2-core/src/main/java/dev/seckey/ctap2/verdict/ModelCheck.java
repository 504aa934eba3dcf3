package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Does the policy take this model, and has its maker something to say about it? */
final class ModelCheck {
    private ModelCheck() {}

    /** @param firmware what a key says, or proves, that it runs */
    static List<Check> all(Policy policy, Aaguid claimed, Optional<MetadataEntry> model, Optional<Long> firmware) {
        return all(policy, claimed, model, found -> advisories(policy, found.name(), firmware));
    }

    /** Where there is no key: of any firmware that the model may have. */
    static List<Check> ofModel(Policy policy, Aaguid claimed, Optional<MetadataEntry> model) {
        return all(policy, claimed, model, found -> advisoriesOfSome(policy, found));
    }

    private static List<Check> all(
            Policy policy,
            Aaguid claimed,
            Optional<MetadataEntry> model,
            Function<MetadataEntry, Optional<Check>> advisories) {
        List<Check> checks = new ArrayList<>();
        if (policy.models().namesModels()) {
            checks.add(named(policy.models(), claimed, model));
        }
        model.flatMap(advisories).ifPresent(checks::add);
        return checks;
    }

    private static Check named(ModelRules rules, Aaguid claimed, Optional<MetadataEntry> entry) {
        String name = entry.map(MetadataEntry::name).orElse("");
        String it = "this model, " + claimed;
        if (rules.denied().contains(claimed) || contains(rules.deniedNames(), name)) {
            return no("the policy denies " + it);
        }
        if (rules.allowsAll() || rules.allowed().contains(claimed) || contains(rules.allowedNames(), name)) {
            return Check.of(Subject.MODEL, Status.PASS, "the policy allows " + it);
        }
        return no("the policy does not allow " + it);
    }

    private static Check no(String what) {
        return Check.of(
                Subject.MODEL, Status.FAIL, what, "use a key of a model that the policy allows (seckey policy show)");
    }

    private static boolean contains(List<String> parts, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return parts.stream().anyMatch(part -> lower.contains(part.toLowerCase(Locale.ROOT)));
    }

    /** Only where one would decide. A key with newer firmware than the model's oldest may have it behind it. */
    private static Optional<Check> advisoriesOfSome(Policy policy, MetadataEntry model) {
        if (!policy.advisoriesFail()) {
            return Optional.empty();
        }
        boolean depends = MakersAdvisory.shipped()
                .of(model.name(), Optional.of(Long.MAX_VALUE))
                .isEmpty();
        return advisories(policy, model.name(), model.oldestFirmware())
                .map(check -> check.status() == Status.FAIL && depends
                        ? Check.of(
                                Subject.MAKERS_ADVISORIES,
                                Status.UNKNOWN,
                                "depends on firmware: " + check.evidence(),
                                check.advice().orElse(""))
                        : check);
    }

    /** Not MDS: said only where there is something, or where the policy asks. */
    private static Optional<Check> advisories(Policy policy, String name, Optional<Long> firmware) {
        MakersAdvisory.Table table = MakersAdvisory.shipped();
        List<MakersAdvisory> found = table.of(name, firmware);
        if (found.isEmpty()) {
            return policy.advisoriesFail()
                    ? Optional.of(Check.of(
                            Subject.MAKERS_ADVISORIES, Status.PASS, "none in the table of " + table.compiled()))
                    : Optional.empty();
        }
        return Optional.of(Check.of(
                Subject.MAKERS_ADVISORIES,
                policy.advisoriesFail() ? Status.FAIL : Status.WARN,
                "not from FIDO's metadata: "
                        + found.stream().map(MakersAdvisory::toString).collect(Collectors.joining("; ")),
                found.stream().map(MakersAdvisory::advice).distinct().collect(Collectors.joining("; "))));
    }
}

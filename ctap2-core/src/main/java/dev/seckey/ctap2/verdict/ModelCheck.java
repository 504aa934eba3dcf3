package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Does the policy take this model, and has its maker something to say about it? */
final class ModelCheck {
    private ModelCheck() {}

    static List<Check> all(Policy policy, Aaguid claimed, Optional<Models.Model> model, Optional<Long> firmware) {
        List<Check> checks = new ArrayList<>();
        if (policy.models().namesModels()) {
            checks.add(named(policy.models(), claimed, model.map(Models.Model::entry)));
        }
        model.flatMap(found -> advisories(policy, found.entry().name(), firmware))
                .ifPresent(checks::add);
        return checks;
    }

    private static Check named(ModelRules rules, Aaguid claimed, Optional<MetadataEntry> entry) {
        String name = entry.map(MetadataEntry::name).orElse("");
        String who = (name.isEmpty() ? "the model " : name + ", ") + claimed;
        if (rules.denied().contains(claimed) || contains(rules.deniedNames(), name)) {
            return no(who + " is one that the policy denies");
        }
        if (rules.allowsAll() || rules.allowed().contains(claimed) || contains(rules.allowedNames(), name)) {
            return Check.of(Subject.MODEL, Status.PASS, who + ", which the policy allows");
        }
        return no(who + " is not one that the policy allows");
    }

    private static Check no(String what) {
        return Check.of(
                Subject.MODEL, Status.FAIL, what, "use a key of a model that the policy allows (seckey policy show)");
    }

    private static boolean contains(List<String> parts, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return parts.stream().anyMatch(part -> lower.contains(part.toLowerCase(Locale.ROOT)));
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

package dev.seckey.cli.metadata;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.output.ModelCheckResult.Line;
import dev.seckey.ctap2.metadata.KeyFacts;
import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.LevelRule;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.Check;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.Judge;
import dev.seckey.ctap2.verdict.Policy;
import dev.seckey.ctap2.verdict.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether keys of a model are acceptable, as far as the model goes. */
public final class ModelChecker {
    private static final int MOST_NAMES = 5;

    private static final String LOOK_UP = "which does not list every certified key: look it up at"
            + " fidoalliance.org/certification/fido-certified-products";

    private final MetadataIndex index;
    private final Policy policy;
    private final LocalDate today;

    public ModelChecker(MetadataIndex index, Policy policy, LocalDate today) {
        this.index = index;
        this.policy = policy;
        this.today = today;
    }

    public Line check(Aaguid aaguid) {
        if (aaguid.isNone()) {
            return Line.unknown(aaguid.toString(), "this AAGUID names no model");
        }
        return index.find(aaguid).map(this::check).orElseGet(() -> unknown(aaguid));
    }

    private Line unknown(Aaguid aaguid) {
        List<Check> checks = Judge.judgeModel(aaguid, Optional.empty(), policy, today);
        return Line.unlisted(aaguid.toString(), answer(checks), "not in the metadata, " + LOOK_UP, rules(checks));
    }

    /** A name whose firmwares differ is decided only by an AAGUID. */
    public Line check(String name, ModelNames names) {
        List<MetadataEntry> found = names.find(name);
        if (found.isEmpty()) {
            return Line.unknown(name, "no model of that name in the metadata, " + LOOK_UP);
        }
        List<String> different = ModelNames.namesOf(found);
        if (different.size() > 1) {
            return Line.unknown(name, "could be any of " + different.size() + " models: " + some(different));
        }
        List<Line> variants = found.stream().map(this::check).toList();
        return variants.size() == 1 ? variants.get(0).askedAs(name) : together(name, different.get(0), variants);
    }

    private Line check(MetadataEntry entry) {
        LevelFinding finding = LevelRule.judge(entry, KeyFacts.NONE, today);
        List<Check> checks = Judge.judgeModel(entry.aaguid(), Optional.of(entry), policy, today);
        return Line.known(entry, finding, answer(checks), rules(checks));
    }

    /** What decides besides level and advisories, which a line tells anyway. */
    private static List<String> rules(List<Check> checks) {
        return checks.stream()
                .filter(check -> check.subject() != Subject.LEVEL && check.subject() != Subject.ADVISORIES)
                .filter(check -> check.status() == Status.FAIL || check.status() == Status.UNKNOWN)
                .map(Check::evidence)
                .toList();
    }

    private static Line together(String asked, String name, List<Line> variants) {
        Set<ExitCode> answers = variants.stream().map(Line::answer).collect(Collectors.toSet());
        if (answers.size() == 1 && !answers.contains(ExitCode.CANNOT_TELL)) {
            return Line.ofVariants(
                    asked, answers.iterator().next(), name + ": the same for all its firmwares", variants);
        }
        long firmwares = variants.stream()
                .flatMap(variant -> variant.entry().stream())
                .map(MetadataEntry::firmware)
                .distinct()
                .count();
        String on = firmwares == variants.size() ? "depends on firmware" : "depends on which model of this name it is";
        return Line.ofVariants(asked, ExitCode.CANNOT_TELL, name + ": " + on, variants);
    }

    private static String some(List<String> names) {
        return String.join("; ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                + (names.size() > MOST_NAMES ? "; ..." : "");
    }

    private static ExitCode answer(List<Check> checks) {
        return switch (Verdict.outcome(checks)) {
            case ACCEPTABLE -> ExitCode.DONE;
            case NOT_ACCEPTABLE -> ExitCode.NO;
            case CANNOT_TELL -> ExitCode.CANNOT_TELL;
        };
    }
}

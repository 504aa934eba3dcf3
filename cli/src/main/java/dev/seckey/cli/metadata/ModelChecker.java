package dev.seckey.cli.metadata;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.output.ModelCheckResult.Line;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.KeyFacts;
import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.LevelRule;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.Policy;
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
        return index.find(aaguid)
                .map(this::check)
                .orElseGet(() -> Line.unknown(aaguid.toString(), "not in the metadata, " + LOOK_UP));
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
        return Line.known(entry, finding, answer(finding));
    }

    private static Line together(String asked, String name, List<Line> variants) {
        Set<ExitCode> answers = variants.stream().map(Line::answer).collect(Collectors.toSet());
        if (answers.size() == 1) {
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
                + (names.size() > MOST_NAMES ? "; …" : "");
    }

    private ExitCode answer(LevelFinding finding) {
        if (finding.outcome() == LevelFinding.Outcome.FAIL) {
            return finding.proofMayClear() ? ExitCode.CANNOT_TELL : ExitCode.NO;
        }
        Optional<CertificationLevel> wanted = policy.minimumLevel();
        boolean high = wanted.isEmpty()
                || finding.level().map(level -> level.atLeast(wanted.get())).orElse(false);
        return high ? ExitCode.DONE : ExitCode.NO;
    }
}

package dev.seckey.cli.diagnose.key;

import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.KeyEntry;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.KeyFacts;
import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.LevelRule;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.verdict.MakersAdvisory;
import dev.seckey.ctap2.verdict.Models;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is known of the model that a key says it is. */
final class ModelCheck {
    private final Function<Boolean, Models> models;
    private final LocalDate today;

    /** @param models where models are looked up, by whether simulated ones count */
    ModelCheck(Function<Boolean, Models> models, LocalDate today) {
        this.models = models;
        this.today = today;
    }

    void look(Subject subject, AuthenticatorInfo info, Report report) {
        Optional<Models.Model> model;
        try {
            model = models.apply(subject.simulated()).find(info.aaguid());
        } catch (Fault e) {
            report.note(e.getMessage()); // the probe of the metadata says so
            return;
        }
        if (model.isEmpty()) {
            report.found(KeyEntry.UNKNOWN_MODEL, subject.title() + ": model number " + info.aaguid());
            return;
        }
        KeyFacts facts = info.firmwareVersion().map(KeyFacts::ofFirmware).orElse(KeyFacts.NONE);
        LevelFinding finding = LevelRule.judge(model.get().entry(), facts, today);
        String seen = subject.title() + ": " + model.get().entry().name() + ", ";
        boolean enough = finding.level()
                .map(level -> level.atLeast(CertificationLevel.L2))
                .orElse(false);
        report.found(enough ? KeyEntry.MODEL : KeyEntry.LEVEL_TOO_LOW, seen + finding.describe());
        Stream.concat(finding.failures().stream(), finding.warnings().stream())
                .forEach(remark -> report.found(KeyEntry.ADVISORY, seen + remark.text()));
        MakersAdvisory.shipped()
                .of(model.get().entry().name(), info.firmwareVersion())
                .forEach(advisory -> report.found(KeyEntry.ADVISORY, seen + advisory + "; " + advisory.advice()));
    }
}

package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.output.ModelCheckResult;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.metadata.KeyFacts;
import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.LevelRule;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.Policy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Is a key of this model acceptable, as far as the model goes? One line for each AAGUID.",
        footer = {"", "Exit codes: 0 all acceptable, 1 one is not, 9 one cannot be told."})
final class MetadataCheckCommand implements Action {
    private final Context context;

    @Mixin
    private PolicyOption policyOption = new PolicyOption();

    @Parameters(paramLabel = "AAGUID", arity = "1..*", description = "As \"seckey info\" shows it.")
    private List<String> aaguids = List.of();

    MetadataCheckCommand(Context context) {
        this.context = context;
    }

    static Aaguid aaguid(String text) {
        return Aaguid.parse(text)
                .orElseThrow(() -> new UsageException(
                        "\"" + text + "\" is no AAGUID",
                        "it has 32 hexadecimal digits, as in c1f9a0bc-1dd2-404a-b27f-8e29047a43fd"));
    }

    @Override
    public ExitCode run() {
        Policy policy = policyOption.policy(context);
        List<Aaguid> asked = aaguids.stream().map(MetadataCheckCommand::aaguid).toList();
        MetadataIndex index = context.metadata().index();
        LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
        List<ModelCheckResult.Line> lines =
                asked.stream().map(aaguid -> line(index, policy, aaguid, today)).toList();
        warnOfAge(index.header(), policy, today);
        context.output()
                .print(
                        "metadata check",
                        new ModelCheckResult(policy, lines, index.header().notes()));
        return lines.stream().map(ModelCheckResult.Line::answer).reduce(ExitCode.DONE, ExitCode::worst);
    }

    private static ModelCheckResult.Line line(MetadataIndex index, Policy policy, Aaguid aaguid, LocalDate today) {
        Optional<MetadataEntry> entry = aaguid.isNone() ? Optional.empty() : index.find(aaguid);
        Optional<LevelFinding> finding = entry.map(found -> LevelRule.judge(found, KeyFacts.NONE, today));
        return new ModelCheckResult.Line(
                aaguid,
                entry,
                finding,
                finding.map(found -> answer(policy, found)).orElse(ExitCode.CANNOT_TELL));
    }

    private static ExitCode answer(Policy policy, LevelFinding finding) {
        if (finding.outcome() == LevelFinding.Outcome.FAIL) {
            return finding.proofMayClear() ? ExitCode.CANNOT_TELL : ExitCode.NO;
        }
        Optional<CertificationLevel> wanted = policy.minimumLevel();
        boolean high = wanted.isEmpty()
                || finding.level().map(level -> level.atLeast(wanted.get())).orElse(false);
        return high ? ExitCode.DONE : ExitCode.NO;
    }

    private void warnOfAge(IndexHeader header, Policy policy, LocalDate today) {
        if (header.ageDays(today) > policy.metadataMaxAgeDays()) {
            context.prompts()
                    .say("warning: this metadata is of " + header.asOf()
                            + "; bring it up to date: seckey metadata update");
        }
    }
}

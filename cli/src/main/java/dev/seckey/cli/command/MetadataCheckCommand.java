package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.metadata.ModelChecker;
import dev.seckey.cli.metadata.ModelNames;
import dev.seckey.cli.metadata.ProcurementList;
import dev.seckey.cli.output.ModelCheckResult;
import dev.seckey.cli.output.ModelCheckResult.Line;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Is a key of this model acceptable, as far as the model goes? One line for each.",
        footer = {"", "Exit codes: 0 all acceptable, 1 one is not, 9 one cannot be told."})
final class MetadataCheckCommand implements Action {
    private static final String STDIN = "-";

    private final Context context;

    @Mixin
    private PolicyOption policyOption = new PolicyOption();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Check every model of a list, by AAGUID or by name (CSV in UTF-8; - reads standard input).")
    private Optional<String> file = Optional.empty();

    @Parameters(paramLabel = "AAGUID", arity = "0..*", description = "As \"seckey info\" shows it.")
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
        if (file.isPresent() != aaguids.isEmpty()) {
            throw new UsageException(
                    file.isPresent() ? "--file and an AAGUID are two questions" : "there is nothing to check",
                    "give AAGUIDs, or a list of models with --file");
        }
        Policy policy = policyOption.policy(context);
        List<Aaguid> asked = aaguids.stream().map(MetadataCheckCommand::aaguid).toList();
        MetadataIndex index = context.metadata().index();
        LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
        ModelChecker checker = new ModelChecker(index, policy, today);
        List<Line> lines = file.isPresent()
                ? checkList(file.get(), checker, index)
                : asked.stream().map(checker::check).toList();
        warnOfAge(index.header(), policy, today);
        context.output()
                .print(
                        "metadata check",
                        new ModelCheckResult(
                                policy, lines, file.isPresent(), index.header().notes()));
        return lines.stream().map(Line::answer).reduce(ExitCode.DONE, ExitCode::worst);
    }

    private List<Line> checkList(String place, ModelChecker checker, MetadataIndex index) {
        ModelNames names = new ModelNames(index);
        ProcurementList list =
                ProcurementList.read(read(place), text -> !names.find(text).isEmpty());
        list.header().ifPresent(header -> context.prompts().say("the first line is taken for a header: " + header));
        return list.rows().stream()
                .map(row -> row.aaguid()
                        .map(checker::check)
                        .orElseGet(() -> checker.check(row.text(), names))
                        .inRow(row.line()))
                .toList();
    }

    private byte[] read(String place) {
        try {
            return place.equals(STDIN)
                    ? context.surroundings().in().readAllBytes()
                    : Files.readAllBytes(Path.of(place));
        } catch (IOException e) {
            throw new FileFault("cannot read " + place, e);
        }
    }

    private void warnOfAge(IndexHeader header, Policy policy, LocalDate today) {
        if (header.ageDays(today) > policy.metadataMaxAgeDays()) {
            context.prompts()
                    .say("warning: this metadata is of " + header.asOf()
                            + "; bring it up to date: seckey metadata update");
        }
    }
}

package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.output.ModelListResult;
import dev.seckey.ctap2.metadata.AuthenticatorStatus;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.KeyFacts;
import dev.seckey.ctap2.metadata.LevelRule;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.StatusReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List the models that the metadata knows.")
final class MetadataListCommand implements Action {
    private static final Comparator<MetadataEntry> BY_NAME = Comparator.comparing(
                    (MetadataEntry entry) -> entry.name().toLowerCase(Locale.ROOT))
            .thenComparing(MetadataEntry::aaguid);

    private final Context context;

    @Option(names = "--level", paramLabel = "LEVEL", description = "Only this level (L2), or it and above (L2+).")
    private Optional<String> level = Optional.empty();

    @Option(names = "--vendor", paramLabel = "NAME", description = "Only models with this in their name.")
    private Optional<String> vendor = Optional.empty();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only models of which this is reported today: REVOKED, UPDATE_AVAILABLE and the like.")
    private Optional<String> status = Optional.empty();

    MetadataListCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
        Optional<LevelFilter> filter = level.map(LevelFilter::parse);
        List<MetadataEntry> models = context.metadata().index().entries().toList();
        status.ifPresent(text -> checkStatus(text, models));
        List<ModelListResult.Line> lines = models.stream()
                .filter(entry ->
                        vendor.map(name -> contains(entry.name(), name)).orElse(true))
                .filter(entry ->
                        status.map(text -> isReported(text, entry, today)).orElse(true))
                .sorted(BY_NAME)
                .map(entry -> new ModelListResult.Line(entry, LevelRule.judge(entry, KeyFacts.NONE, today)))
                .filter(line -> filter.map(wanted -> wanted.takes(line.finding().level()))
                        .orElse(true))
                .toList();
        context.output().print("metadata list", new ModelListResult(lines));
        return ExitCode.DONE;
    }

    /** A status that seckey does not know may be asked for where the metadata has it. */
    private static void checkStatus(String text, List<MetadataEntry> models) {
        boolean known = Stream.concat(
                        Arrays.stream(AuthenticatorStatus.values()).map(AuthenticatorStatus::text),
                        models.stream()
                                .flatMap(model -> model.reports().stream())
                                .map(StatusReport::status))
                .anyMatch(text::equalsIgnoreCase);
        if (!known) {
            throw new UsageException(
                    "there is no status \"" + text + "\"",
                    "there are: "
                            + Arrays.stream(AuthenticatorStatus.values())
                                    .map(AuthenticatorStatus::text)
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static boolean isReported(String text, MetadataEntry entry, LocalDate today) {
        return entry.reports().stream()
                .anyMatch(report -> report.inEffect(today) && report.status().equalsIgnoreCase(text));
    }

    private static boolean contains(String name, String part) {
        return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** L2 takes Level 2 alone; L2+ takes it and everything above, as FIDO's own "Level 2+" (L2plus) is. */
    private record LevelFilter(CertificationLevel least, boolean andAbove) {
        static LevelFilter parse(String text) {
            boolean andAbove = text.endsWith("+");
            String name = (andAbove ? text.substring(0, text.length() - 1) : text).toUpperCase(Locale.ROOT);
            CertificationLevel least = Arrays.stream(CertificationLevel.values())
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "there is no level \"" + text + "\"",
                            "there are L1, L1plus, L2, L2plus, L3, L3plus; L2+ means it and above"));
            return new LevelFilter(least, andAbove);
        }

        boolean takes(Optional<CertificationLevel> level) {
            return level.filter(each -> andAbove ? each.atLeast(least) : each == least)
                    .isPresent();
        }
    }
}

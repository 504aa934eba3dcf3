package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.output.ModelListResult;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.KeyFacts;
import dev.seckey.ctap2.metadata.LevelRule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List the models that the metadata knows.")
final class MetadataListCommand implements Action {
    private final Context context;

    @Option(names = "--level", paramLabel = "LEVEL", description = "Only this level (L2), or it and above (L2+).")
    private Optional<String> level = Optional.empty();

    @Option(names = "--vendor", paramLabel = "NAME", description = "Only models with this in their name.")
    private Optional<String> vendor = Optional.empty();

    MetadataListCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
        Optional<LevelFilter> filter = level.map(LevelFilter::parse);
        List<ModelListResult.Line> lines = context.metadata()
                .index()
                .entries()
                .filter(entry ->
                        vendor.map(name -> contains(entry.name(), name)).orElse(true))
                .map(entry -> new ModelListResult.Line(entry, LevelRule.judge(entry, KeyFacts.NONE, today)))
                .filter(line -> filter.map(wanted -> wanted.takes(line.finding().level()))
                        .orElse(true))
                .toList();
        context.output().print("metadata list", new ModelListResult(lines));
        return ExitCode.DONE;
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

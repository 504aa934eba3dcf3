package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.diagnose.Changes;
import dev.seckey.cli.diagnose.Diagnosis;
import dev.seckey.cli.diagnose.Finding;
import dev.seckey.cli.diagnose.ProbeRunner;
import dev.seckey.cli.diagnose.bundle.Bundle;
import dev.seckey.cli.diagnose.bundle.Redactor;
import dev.seckey.cli.diagnose.catalogue.Catalogue;
import dev.seckey.cli.output.DiagnosisEventResult;
import dev.seckey.cli.output.DiagnosisResult;
import dev.seckey.cli.output.ExplanationResult;
import dev.seckey.cli.output.Output;
import dev.seckey.ctap2.transport.Sleeper;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "diagnose",
        description = {
            "Find out why a key does not work here. Changes nothing, needs neither PIN nor touch, and says what to do.",
            "The last line is what to tell support. Exit code 1 if something stops work, 9 if that cannot be told."
        })
final class DiagnoseCommand implements Action {
    private static final long PAUSE_MILLIS = 1_000;

    private final Context context;

    @Option(
            names = "--network",
            paramLabel = "PROFILE",
            arity = "0..1",
            fallbackValue = "nhs-cis2",
            description = "Look at the way to a service too: nhs-cis2 (if no name follows), or a profile's FILE.")
    private Optional<String> network = Optional.empty();

    @Option(
            names = "--allow-list",
            paramLabel = "FILE",
            description = "With --network: which of the profile's address ranges does this list of a firewall let in?")
    private Optional<Path> allowList = Optional.empty();

    @Option(
            names = "--bundle",
            paramLabel = "FILE.zip",
            arity = "0..1",
            fallbackValue = "",
            description = "Pack everything for support; names, numbers of keys and the like are taken out.")
    private Optional<Path> bundle = Optional.empty();

    @Mixin
    private NetworkOptions networkOptions = new NetworkOptions();

    @Option(names = "--explain", paramLabel = "ID", description = "Say what an identifier such as USB-003 stands for.")
    private Optional<String> explain = Optional.empty();

    @Option(names = "--watch", description = "Go on until Ctrl-C, and show what changes.")
    private boolean watch;

    DiagnoseCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (explain.isPresent()) {
            return explain(explain.get());
        }
        if (allowList.isPresent() && network.isEmpty()) {
            throw new UsageException("--allow-list goes with --network");
        }
        if (watch && (bundle.isPresent() || context.output().isToFile())) {
            throw new UsageException("--watch prints as it goes: it goes neither with --bundle nor with -o");
        }
        DiagnoseProbes probes = new DiagnoseProbes(context, network, allowList, networkOptions);
        return watch ? watch(probes) : once(probes);
    }

    private ExitCode explain(String id) {
        context.output()
                .print(
                        "diagnose",
                        new ExplanationResult(Catalogue.find(id)
                                .orElseThrow(() -> new UsageException(
                                        "nothing is called " + id,
                                        "an identifier looks like USB-003; \"man seckey-findings\" lists them all"))));
        return ExitCode.DONE;
    }

    private ExitCode once(DiagnoseProbes probes) {
        Diagnosis diagnosis = look(probes);
        if (context.surroundings().cancel().isCancelled()) {
            return ExitCode.INTERRUPTED;
        }
        Optional<Path> packed = bundle.map(file -> pack(file, diagnosis, probes));
        context.output().print("diagnose", new DiagnosisResult(diagnosis, probes.isSimulated(), packed));
        return diagnosis.exitCode();
    }

    private Path pack(Path named, Diagnosis diagnosis, DiagnoseProbes probes) {
        Path file = (named.toString().isEmpty() ? Bundle.usualName(context.now()) : named).toAbsolutePath();
        Redactor redactor = probes.redactor();
        Diagnosis redacted = redactor.redact(diagnosis);
        DiagnosisResult result = new DiagnosisResult(redacted, probes.isSimulated(), Optional.empty());
        new Bundle(redacted, redactor.taken())
                .with("findings.txt", Output.text(result))
                .with("findings.json", Output.json("diagnose", result))
                .with("versions.txt", probes.versions())
                .write(file, context.now());
        return file;
    }

    private ExitCode watch(DiagnoseProbes probes) {
        Diagnosis before = look(probes);
        context.output().printEach("diagnose", new DiagnosisResult(before, probes.isSimulated(), Optional.empty()));
        while (!context.surroundings().cancel().isCancelled()) {
            Sleeper.SYSTEM.sleep(PAUSE_MILLIS);
            Diagnosis now = look(probes);
            if (context.surroundings().cancel().isCancelled()) {
                break;
            }
            Changes changes = Changes.between(before, now);
            changes.gone().forEach(finding -> tell(DiagnosisEventResult.Change.GONE, finding));
            changes.appeared().forEach(finding -> tell(DiagnosisEventResult.Change.APPEARED, finding));
            before = now;
        }
        return ExitCode.INTERRUPTED;
    }

    private void tell(DiagnosisEventResult.Change change, Finding finding) {
        context.output().printEach("diagnose", new DiagnosisEventResult(change, finding, context.now()));
    }

    private Diagnosis look(DiagnoseProbes probes) {
        return new ProbeRunner(
                        context.machine().os(),
                        context.surroundings().ticker(),
                        context.surroundings().cancel())
                .run(probes.all(), context.timeout());
    }
}

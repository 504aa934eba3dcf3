package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.metadata.CertificateFile;
import dev.seckey.cli.metadata.MetadataFile;
import dev.seckey.cli.output.MetadataDiffResult;
import dev.seckey.ctap2.metadata.Metadata;
import dev.seckey.ctap2.metadata.MetadataBlob;
import dev.seckey.ctap2.metadata.MetadataDiff;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.metadata.MetadataRoots;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = {
            "Which models gained, lost or changed their level or status between two saved lists of FIDO?",
            "With one file: between what this machine judges by and that file. Both are judged as of today."
        })
final class MetadataDiffCommand implements Action {
    private final Context context;

    @Parameters(paramLabel = "FILE", arity = "1..2", description = "The older and the newer signed metadata (JWT).")
    private List<Path> files = List.of();

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "Check the signers' certificates as of this date instead of now; given twice: of each file.")
    private List<String> dates = List.of();

    @Option(
            names = "--mds-root",
            paramLabel = "FILE",
            description = "Trust this root certificate (PEM or DER) besides GlobalSign's R3 and R46 for the signature.")
    private Optional<Path> root = Optional.empty();

    /** One of the two lists. */
    private record Side(String what, List<MetadataEntry> entries) {}

    MetadataDiffCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (dates.size() > files.size()) {
            throw new UsageException("there are more dates (--at) than files");
        }
        LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
        Side old = files.size() == 1 ? stored() : verified(0);
        Side fresh = verified(files.size() - 1);
        context.output()
                .print(
                        "metadata diff",
                        new MetadataDiffResult(
                                old.what(), fresh.what(), MetadataDiff.between(old.entries(), fresh.entries(), today)));
        return ExitCode.DONE;
    }

    private Side stored() {
        MetadataIndex index = context.metadata().index();
        return new Side(index.header().origin(), index.entries().toList());
    }

    private Side verified(int which) {
        List<X509Certificate> anchors = new ArrayList<>(MetadataRoots.standard());
        root.map(CertificateFile::read).ifPresent(anchors::addAll);
        Instant when = dates.isEmpty() ? context.now() : AtDate.parse(dates.get(Math.min(which, dates.size() - 1)));
        Metadata metadata = MetadataBlob.verify(MetadataFile.read(files.get(which)), when, anchors);
        return new Side("FIDO Metadata Service BLOB no. " + metadata.number(), metadata.entries());
    }
}

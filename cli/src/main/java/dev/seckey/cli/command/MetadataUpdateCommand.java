package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.metadata.CertificateFile;
import dev.seckey.cli.metadata.MetadataFile;
import dev.seckey.cli.output.MetadataStatusResult;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.metadata.MetadataRoots;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "update",
        description = {
            "Verify FIDO's metadata and judge by it from now on.",
            "Save https://mds3.fidoalliance.org/ to a file and name it with --from. If anything is wrong with it, the"
                    + " metadata that was there stays."
        })
final class MetadataUpdateCommand implements Action {
    private final Context context;

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "The signed metadata (a JWT).")
    private Path from;

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "Check the signer's certificates as of this date (2024-12-20) instead of now.")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--mds-root",
            paramLabel = "FILE",
            description = "Trust this root certificate (PEM or DER) besides GlobalSign's R3 and R46.")
    private Optional<Path> root = Optional.empty();

    MetadataUpdateCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Instant when = at.map(MetadataUpdateCommand::noon).orElseGet(context::now);
        List<X509Certificate> anchors = new ArrayList<>(MetadataRoots.standard());
        root.map(CertificateFile::read).ifPresent(anchors::addAll);
        MetadataIndex index = context.metadata().store().update(MetadataFile.read(from), when, anchors);
        LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
        context.output().print("metadata update", new MetadataStatusResult(index.header(), today));
        return ExitCode.DONE;
    }

    private static Instant noon(String date) {
        try {
            return LocalDate.parse(date).atTime(12, 0).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new UsageException("\"" + date + "\" is no date", "write it as 2024-12-20");
        }
    }
}

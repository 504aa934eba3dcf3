package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.Version;
import dev.seckey.cli.metadata.CertificateFile;
import dev.seckey.cli.metadata.Updating;
import dev.seckey.cli.metadata.Updating.Updated;
import dev.seckey.cli.net.Download;
import dev.seckey.cli.net.Waiting;
import dev.seckey.cli.output.MetadataUpdateResult;
import dev.seckey.cli.terminal.ProgressBar;
import dev.seckey.cli.terminal.Screen;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.metadata.MetadataRoots;
import dev.seckey.ctap2.transport.Sleeper;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "update",
        description = {
            "Fetch FIDO's signed metadata, verify it, and judge by it from now on.",
            "Without internet: save https://mds3.fidoalliance.org/ to a file on another computer and name it with --from."
                    + " If anything is wrong with it, the metadata that was there stays."
        },
        footer = {"", "Exit codes: 0 up to date, 9 it cannot be believed, 11 the network or a file failed."})
final class MetadataUpdateCommand implements Action {
    private static final String USUAL = "https://mds3.fidoalliance.org/";

    private final Context context;

    @Option(names = "--from", paramLabel = "FILE", description = "The signed metadata (a JWT), saved before.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "With --from: check the signer's certificates as of this date (2024-12-20) instead of now.")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--mds-root",
            paramLabel = "FILE",
            description = "Trust this root certificate (PEM or DER) besides GlobalSign's R3 and R46 for the signature.")
    private Optional<Path> root = Optional.empty();

    @Option(names = "--url", paramLabel = "URL", description = "Fetch from here instead of " + USUAL)
    private Optional<String> url = Optional.empty();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    MetadataUpdateCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        checkOptions();
        LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
        try {
            Updated updated = update();
            context.output()
                    .print("metadata update", MetadataUpdateResult.done(updated.fresh(), updated.header(), today));
            return ExitCode.DONE;
        } catch (Fault fault) {
            Optional<IndexHeader> kept = kept();
            kept.ifPresent(header -> context.prompts()
                    .say("the metadata stays as it was: " + header.origin() + ", as of " + header.dated(today)));
            if (context.output().isJson()) {
                context.output().print("metadata update", MetadataUpdateResult.failed(fault, kept, today));
            }
            throw fault;
        }
    }

    private void checkOptions() {
        if (from.isPresent() && url.isPresent()) {
            throw new UsageException("--from and --url name two sources", "give one of them");
        }
        if (at.isPresent() && from.isEmpty()) {
            throw new UsageException("--at is for a file from the past (--from); what is fetched must be valid now");
        }
    }

    private Updated update() {
        Instant when = at.map(AtDate::parse).orElseGet(context::now);
        List<X509Certificate> anchors = new ArrayList<>(MetadataRoots.standard());
        root.map(CertificateFile::read).ifPresent(anchors::addAll);
        Updating updating = new Updating(context.metadata().store(), anchors, when);
        return from.isPresent() ? updating.fromFile(from.get()) : download(updating);
    }

    private Updated download(Updating updating) {
        URI address = https(url.orElse(USUAL));
        String detour = "open " + address
                + " in a browser, save it to a file, and name that: seckey metadata update --from FILE";
        Waiting waiting = new Waiting(
                context.surroundings().ticker(),
                context.surroundings().clock(),
                Sleeper.SYSTEM,
                context.surroundings().cancel(),
                context.timeout());
        Download download = new Download(
                network.https(context, address, detour), waiting, Version.line() + " (update of FIDO metadata)");
        context.prompts().say("fetching " + address);
        Screen screen = context.surroundings().screen();
        try (ProgressBar bar =
                new ProgressBar(context.surroundings().err(), context.canDraw() ? screen.columns() : 0)) {
            return updating.download(address, download, bar::at);
        }
    }

    /** Never anything else: what stands in the clear can be changed on the way, and the ETag with it. */
    private static URI https(String text) {
        try {
            URI address = new URI(text);
            if ("https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw noAddress(text);
        }
        throw noAddress(text);
    }

    private static UsageException noAddress(String text) {
        return new UsageException("\"" + text + "\" is no https address", "write it as " + USUAL);
    }

    /** What is judged by now; a damaged store has nothing to say. */
    private Optional<IndexHeader> kept() {
        try {
            return Optional.of(context.metadata().index().header());
        } catch (Fault damaged) {
            return Optional.empty();
        }
    }
}

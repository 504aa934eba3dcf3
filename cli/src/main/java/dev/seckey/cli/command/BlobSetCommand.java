package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.blob.BlobStore;
import dev.seckey.cli.blob.Owner;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.BlobResult;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.LargeBlobArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = {
            "Write a blob for a credential, in place of the one it has. Wants the PIN.",
            "The blobs of other credentials stay as they are."
        })
final class BlobSetCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Mixin
    private OwnerOptions ownerOptions = new OwnerOptions();

    @Mixin
    private ConsentOption consentOption = new ConsentOption();

    @Option(
            names = "--overwrite-damaged",
            description = "Go on where the array on the key is damaged: what may be in it is lost.")
    private boolean overwriteDamaged;

    @Parameters(index = "0", paramLabel = "FILE", description = "What to write; - for standard input.")
    private String file;

    BlobSetCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Bytes content = content();
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            try (Tokens tokens = context.tokens(session, pinOptions)) {
                BlobStore store = context.blobs(session, tokens);
                Owner owner = ownerOptions.choose(store.owners());
                ask(store.read(), owner);
                store.put(owner, content, overwriteDamaged);
                context.output()
                        .print(
                                "blob set",
                                new BlobResult("wrote", owner, Optional.empty(), content.size(), key.simulated()));
            }
            return ExitCode.DONE;
        }
    }

    /** Only where something is lost. */
    private void ask(LargeBlobArray array, Owner owner) {
        if (array.damaged() && overwriteDamaged) {
            consentOption
                    .consent(context)
                    .require("the damaged array will be replaced: whatever blobs are in it are lost");
        }
        array.get(owner.largeBlobKey())
                .ifPresent(before -> consentOption
                        .consent(context)
                        .require("the blob of " + owner.title() + " (" + before.size() + " bytes) will be replaced"));
    }

    private Bytes content() {
        boolean stdin = file.equals("-");
        if (stdin && pinOptions.choice().stdin()) {
            throw new UsageException("standard input cannot hold both the PIN and the blob");
        }
        try {
            return Bytes.of(stdin ? context.surroundings().in().readAllBytes() : Files.readAllBytes(Path.of(file)));
        } catch (IOException e) {
            throw new FileFault("cannot read " + file, e);
        }
    }
}

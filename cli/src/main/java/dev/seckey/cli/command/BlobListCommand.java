package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.blob.BlobStore;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.BlobListResult;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.session.Ctap2;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "List the credentials that can have a blob, and how large theirs are. Wants the PIN.")
final class BlobListCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    BlobListCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            try (Tokens tokens = context.tokens(session, pinOptions)) {
                BlobStore store = context.blobs(session, tokens);
                context.output()
                        .print(
                                "blob list",
                                new BlobListResult(store.owners(), store.read(), store.capacity(), key.simulated()));
            }
            return ExitCode.DONE;
        }
    }
}

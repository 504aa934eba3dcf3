package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.blob.BlobStore;
import dev.seckey.cli.blob.Owner;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.BlobResult;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.LargeBlobArray;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "get",
        description = {
            "Print a blob as it is, or write it into a file with -o. Wants the PIN.",
            "What is no plain text is printed only with --raw; --json has it in base64url."
        })
final class BlobGetCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Mixin
    private OwnerOptions ownerOptions = new OwnerOptions();

    @Option(names = "--raw", description = "Print it on standard output whatever it holds.")
    private boolean raw;

    BlobGetCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            try (Tokens tokens = context.tokens(session, pinOptions)) {
                BlobStore store = context.blobs(session, tokens);
                Owner owner = ownerOptions.choose(store.owners());
                Bytes content = content(store.read(), owner);
                if (context.output().isJson()) {
                    context.output()
                            .print(
                                    "blob get",
                                    new BlobResult(
                                            "read", owner, Optional.of(content), content.size(), key.simulated()));
                } else {
                    print(content);
                }
            }
            return ExitCode.DONE;
        }
    }

    private static Bytes content(LargeBlobArray array, Owner owner) {
        if (array.damaged()) {
            throw new TransportFault(
                    Reason.KEY_REFUSED,
                    "the large-blob array on the key is damaged: its hash is wrong, so no blob in it can be believed");
        }
        return array.get(owner.largeBlobKey())
                .orElseThrow(() -> new ChoiceFault(Reason.KEY_REFUSED, "there is no blob of " + owner.title()));
    }

    private void print(Bytes content) {
        if (!raw && !context.output().isToFile() && !isText(content)) {
            throw new UsageException(
                    "the blob is no plain text (" + content.size() + " bytes)",
                    "write it into a file with -o, or repeat with --raw or --json");
        }
        context.output().write(content);
    }

    /** Nothing in it that could steer a terminal. */
    private static boolean isText(Bytes content) {
        for (int i = 0; i < content.size(); i++) {
            int octet = content.at(i);
            boolean steers = octet < ' ' && octet != '\n' && octet != '\t' && octet != '\r';
            if (steers || octet >= 0x7F) {
                return false;
            }
        }
        return true;
    }
}

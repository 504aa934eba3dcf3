package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.blob.BlobStore;
import dev.seckey.cli.blob.Owner;
import dev.seckey.cli.blob.Owners;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.BlobResult;
import dev.seckey.cli.output.BlobsDroppedResult;
import dev.seckey.cli.output.Result;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.LargeBlobArray;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "delete",
        description = {
            "Delete the blob of a credential, or with --unowned those whose credentials are gone. Wants the PIN.",
            "The credentials stay as they are."
        })
final class BlobDeleteCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Mixin
    private OwnerOptions ownerOptions = new OwnerOptions();

    @Mixin
    private ConsentOption consentOption = new ConsentOption();

    @Option(names = "--unowned", description = "Delete every blob that no credential on the key opens.")
    private boolean unowned;

    BlobDeleteCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (unowned && ownerOptions.isGiven()) {
            throw new UsageException("--unowned does not go with --rp or --credential");
        }
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            try (Tokens tokens = context.tokens(session, pinOptions)) {
                BlobStore store = context.blobs(session, tokens);
                Owners owners = store.owners();
                Result result = unowned
                        ? new BlobsDroppedResult(deleteUnowned(store, owners), key.simulated())
                        : delete(store, ownerOptions.choose(owners), key.simulated());
                context.output().print("blob delete", result);
            }
            return ExitCode.DONE;
        }
    }

    private int deleteUnowned(BlobStore store, Owners owners) {
        LargeBlobArray array = store.read();
        int count = array.unowned(owners.keys());
        if (count > 0) {
            consentOption
                    .consent(context)
                    .require(count + (count == 1 ? " blob" : " blobs") + " that no credential on this key opens, and"
                            + " which only a credential elsewhere could, will be deleted for good");
        }
        return count == 0 && !array.damaged() ? 0 : store.deleteUnowned(owners);
    }

    private BlobResult delete(BlobStore store, Owner owner, boolean simulated) {
        Bytes content = store.read()
                .get(owner.largeBlobKey())
                .orElseThrow(() -> new ChoiceFault(Reason.KEY_REFUSED, "there is no blob of " + owner.title()));
        consentOption
                .consent(context)
                .require("the blob of " + owner.title() + " (" + content.size() + " bytes) will be deleted for good");
        store.delete(owner);
        return new BlobResult("deleted", owner, Optional.empty(), content.size(), simulated);
    }
}

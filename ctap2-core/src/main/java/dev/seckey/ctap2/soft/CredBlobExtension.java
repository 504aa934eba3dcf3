package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.extension.Extensions;
import java.util.Optional;

/** credBlob: a few bytes kept with a discoverable credential (CTAP 2.3 §12.2). */
final class CredBlobExtension implements KeyExtension {
    /** Bytes. */
    static final int MOST = 32;

    @Override
    public Feature feature() {
        return Feature.CRED_BLOB;
    }

    @Override
    public String id() {
        return Extensions.CRED_BLOB.name();
    }

    /** What of the request can be kept. */
    static Optional<Bytes> toKeep(Profile profile, MakeCredential request) {
        return profile.has(Feature.CRED_BLOB)
                ? request.extensions().find(Extensions.CRED_BLOB).filter(blob -> blob.size() <= MOST)
                : Optional.empty();
    }

    @Override
    public void make(Making making) {
        if (making.inputs().has(Extensions.CRED_BLOB)) {
            boolean kept =
                    making.credential().account().flatMap(Account::credBlob).isPresent();
            making.outputs().put(Extensions.CRED_BLOB_FLAG, kept);
        }
    }

    @Override
    public void get(Getting getting) {
        if (getting.inputs().get(Extensions.CRED_BLOB_FLAG, false)) {
            Optional<Bytes> blob = getting.credential().account().flatMap(Account::credBlob);
            getting.outputs().put(Extensions.CRED_BLOB, blob.orElse(Bytes.EMPTY));
        }
    }
}

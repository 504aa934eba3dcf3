package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import java.util.Optional;

/** largeBlobKey: a key for the large-blob array; it stands beside the authenticator data, not in it (CTAP 2.3 §12.3). */
final class LargeBlobKeyExtension implements KeyExtension {
    @Override
    public Feature feature() {
        return Feature.LARGE_BLOBS;
    }

    @Override
    public String id() {
        return Extensions.LARGE_BLOB_KEY.name();
    }

    @Override
    public void check(MakeCredential request) {
        Optional<Boolean> wanted = request.extensions().find(Extensions.LARGE_BLOB_KEY);
        boolean discoverable = request.options().rk().orElse(false);
        if (wanted.isPresent() && !(wanted.get() && discoverable)) {
            throw new AuthenticatorFault(CtapStatus.INVALID_OPTION);
        }
    }

    @Override
    public void check(GetAssertion request) {
        if (!request.extensions().get(Extensions.LARGE_BLOB_KEY, true)) {
            throw new AuthenticatorFault(CtapStatus.INVALID_OPTION);
        }
    }

    @Override
    public Traits mark(MakeCredential request, Traits traits) {
        return request.extensions().has(Extensions.LARGE_BLOB_KEY) ? traits.withLargeBlobKey() : traits;
    }

    /** The credential's key, if it has one. */
    static Optional<Bytes> keyOf(KeyState state, Credential credential) {
        return credential.traits().largeBlobKey()
                ? Optional.of(state.credentials.derive("largeBlobKey", credential.id()))
                : Optional.empty();
    }
}

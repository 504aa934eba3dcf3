package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.LargeBlobs;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Permission;

/** authenticatorLargeBlobs, the authenticator's side, in the order of the steps of CTAP 2.3 §6.10.2. */
final class LargeBlobsHandler {
    private static final int MAX_FRAGMENT = GetInfoHandler.MAX_MSG_SIZE - 64;
    private static final int LEAST_ARRAY = 17;

    private final KeyState state;
    private final Authorization authorization;
    private Bytes written = Bytes.EMPTY;
    private int expectedLength;

    LargeBlobsHandler(KeyState state) {
        this.state = state;
        this.authorization = new Authorization(state);
    }

    /** What was written of an array that is not whole goes with the power. */
    void forget() {
        written = Bytes.EMPTY;
        expectedLength = 0;
    }

    CborMap handle(LargeBlobs request) {
        require(request.get().isPresent() != request.set().isPresent(), CtapStatus.INVALID_PARAMETER);
        if (request.get().isPresent()) {
            return read(request, request.get().get());
        }
        write(request, request.set().orElseThrow());
        return CborMap.EMPTY;
    }

    private CborMap read(LargeBlobs request, int count) {
        boolean bare = request.length().isEmpty() && request.pinUvAuth().isEmpty();
        require(bare, CtapStatus.INVALID_PARAMETER);
        require(count <= MAX_FRAGMENT, CtapStatus.INVALID_LENGTH);
        Bytes array = state.largeBlobs.array();
        require(request.offset() <= array.size(), CtapStatus.INVALID_PARAMETER);
        int end = Math.min(array.size(), request.offset() + count);
        return CborMap.builder()
                .put(LargeBlobs.CONFIG, array.slice(request.offset(), end))
                .build();
    }

    private void write(LargeBlobs request, Bytes fragment) {
        require(fragment.size() <= MAX_FRAGMENT, CtapStatus.INVALID_LENGTH);
        require(request.length().isPresent() == (request.offset() == 0), CtapStatus.INVALID_PARAMETER);
        if (request.offset() == 0) {
            int length = request.length().orElseThrow();
            require(length <= LargeBlobStore.CAPACITY, CtapStatus.LARGE_BLOB_STORAGE_FULL);
            require(length >= LEAST_ARRAY, CtapStatus.INVALID_PARAMETER);
            forget();
            expectedLength = length;
        }
        require(request.offset() == written.size() && expectedLength > 0, CtapStatus.INVALID_SEQ);
        if (state.isProtected() || state.settings.alwaysUv()) {
            authorization.require(request.pinUvAuth(), request.authenticated(), Permission.LARGE_BLOB_WRITE);
        }
        require(request.offset() + fragment.size() <= expectedLength, CtapStatus.INVALID_PARAMETER);
        written = written.plus(fragment);
        if (written.size() == expectedLength) {
            Bytes whole = written;
            forget();
            require(state.largeBlobs.replace(whole), CtapStatus.INTEGRITY_FAILURE);
        }
    }

    private static void require(boolean fine, CtapStatus otherwise) {
        if (!fine) {
            throw new AuthenticatorFault(otherwise);
        }
    }
}

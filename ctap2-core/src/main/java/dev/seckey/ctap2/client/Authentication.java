package dev.seckey.ctap2.client;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.extension.HmacOutputs;
import dev.seckey.ctap2.webauthn.ClientData;
import java.util.Optional;

/**
 * One assertion.
 *
 * @param credentialId from the answer, or the only one that was allowed
 * @param secrets the outputs of hmac-secret
 * @param largeBlob absent if it was not wanted, or there is none
 * @param largeBlobWritten absent if nothing was to be written
 */
public record Authentication(
        RequestOptions options,
        ClientData clientData,
        Bytes credentialId,
        Assertion assertion,
        Optional<HmacOutputs> secrets,
        Optional<Bytes> largeBlob,
        Optional<BlobWrite> largeBlobWritten)
        implements AutoCloseable {
    /**
     * What came of a large blob that was to be written.
     *
     * @param why if not
     */
    public record BlobWrite(boolean done, String why) {
        static final BlobWrite DONE = new BlobWrite(true, "");

        static BlobWrite not(String why) {
            return new BlobWrite(false, why);
        }
    }

    /** What the key says of the extensions, signed. */
    public CborMap extensionOutputs() {
        return assertion.authData().extensions().orElse(CborMap.EMPTY);
    }

    Authentication withLargeBlob(Optional<Bytes> content) {
        return new Authentication(options, clientData, credentialId, assertion, secrets, content, largeBlobWritten);
    }

    Authentication withLargeBlobWritten(BlobWrite outcome) {
        return new Authentication(
                options, clientData, credentialId, assertion, secrets, largeBlob, Optional.of(outcome));
    }

    @Override
    public void close() {
        secrets.ifPresent(HmacOutputs::close);
    }
}

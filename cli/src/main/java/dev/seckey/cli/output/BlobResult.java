package dev.seckey.cli.output;

import dev.seckey.cli.blob.Owner;
import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;

/**
 * One blob, and what was done with it.
 *
 * @param done read, written or deleted
 * @param content of a blob that was read
 * @param size bytes
 */
public record BlobResult(String done, Owner owner, Optional<Bytes> content, int size, boolean simulated)
        implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        out.line(done + " " + size + " bytes (" + owner.title() + ")");
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated)
                .member("done", done)
                .member("rpId", owner.rpId())
                .member("user", owner.user())
                .member("credentialId", owner.credentialId())
                .member("size", size)
                .member("content", content);
    }
}

package dev.seckey.cli.output;

import dev.seckey.cli.blob.Owner;
import dev.seckey.cli.blob.Owners;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.session.LargeBlobArray;
import java.util.Optional;

/**
 * Which credentials can have a blob, and which have one.
 *
 * @param capacity bytes that the key has room for in all
 */
public record BlobListResult(Owners owners, LargeBlobArray array, int capacity, boolean simulated) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        if (owners.all().isEmpty()) {
            out.line("no credential on this key can have a blob");
        }
        owners.all()
                .forEach(owner -> out.line(owner.title() + ": "
                        + content(owner).map(blob -> blob.size() + " bytes").orElse("no blob")));
        if (unowned() > 0) {
            out.line(unowned() + " more, which no credential on this key opens"
                    + " (\"seckey blob delete --unowned\" removes them)");
        }
        out.line(
                array.damaged()
                        ? "the stored array is DAMAGED: its hash is wrong, so it counts as empty"
                        : array.serializedSize() + " of " + capacity + " bytes in use");
    }

    private Optional<Bytes> content(Owner owner) {
        return array.get(owner.largeBlobKey());
    }

    private int unowned() {
        return array.unowned(owners.keys());
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated)
                .objects("credentials", owners.all(), this::write)
                .member("unowned", unowned())
                .member("damaged", array.damaged())
                .member("used", array.serializedSize())
                .member("capacity", capacity);
    }

    private void write(JsonWriter out, Owner owner) {
        out.member("rpId", owner.rpId())
                .member("user", owner.user())
                .member("credentialId", owner.credentialId())
                .member("size", content(owner).map(Bytes::size));
    }
}

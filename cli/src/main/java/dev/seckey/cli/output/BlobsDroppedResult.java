package dev.seckey.cli.output;

/** How many blobs without an owner were deleted. */
public record BlobsDroppedResult(int dropped, boolean simulated) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        out.line(
                switch (dropped) {
                    case 0 -> "every blob belongs to a credential: nothing was deleted";
                    case 1 -> "deleted 1 blob that belonged to no credential";
                    default -> "deleted " + dropped + " blobs that belonged to no credential";
                });
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated).member("dropped", dropped);
    }
}

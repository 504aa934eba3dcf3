package dev.seckey.cli.output;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;

/**
 * What became of one fingerprint.
 *
 * @param done enrolled, renamed or deleted
 */
public record FingerprintChangeResult(String done, Bytes id, Optional<String> name, boolean simulated)
        implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        out.line(done + " " + id.hex() + name.map(text -> "  " + text).orElse(""));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated)
                .member("done", done)
                .member("id", id.hex())
                .member("name", name);
    }
}

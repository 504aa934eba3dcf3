package dev.seckey.cli.output;

import dev.seckey.cli.credential.Stored;
import java.util.List;

/**
 * What was done to credentials on a key.
 *
 * @param done deleted or updated; "would be …" of a dry run
 */
public record CredentialChangeResult(String done, List<Stored> all, boolean simulated) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        all.forEach(each -> out.line(done + ": " + each.title()));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated)
                .member("done", done)
                .objects("credentials", all, CredentialListResult::write);
    }
}

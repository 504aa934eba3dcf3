package dev.seckey.cli.bench;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.schema.JsonDocuments;
import java.util.List;

/** What came of a command. */
public record Ran(String out, String err, ExitCode code) {
    public String everything() {
        return out + err;
    }

    /** The schemas that its JSON is right by; none for a text. */
    public List<String> schemas() {
        return JsonDocuments.check(out);
    }
}

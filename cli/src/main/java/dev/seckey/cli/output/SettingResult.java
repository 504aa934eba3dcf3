package dev.seckey.cli.output;

import dev.seckey.cli.keys.OpenKey;
import java.util.Optional;

/**
 * What came of asking for a setting.
 *
 * @param setting its name on the command line
 * @param change what was, or would be, otherwise; absent if it was so already
 * @param note what cannot be read back, or comes next
 */
public record SettingResult(
        OpenKey key, String setting, Outcome outcome, Optional<String> change, Optional<String> note)
        implements Result {
    /** What came of it. */
    public enum Outcome {
        CHANGED("changed, and read back"),
        UNCHANGED("so already, nothing was sent"),
        WOULD_CHANGE("would be changed (dry run: nothing was sent)");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = key.simulated() ? plain.prefixed("SIMULATED ") : plain;
        out.pair("key", key.product() + " (" + key.selector() + ")");
        out.pair(setting, outcome.words);
        change.ifPresent(text -> out.pair("change", text));
        note.ifPresent(text -> out.pair("note", text));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("selector", key.selector())
                .member("product", key.product())
                .member("simulated", key.simulated())
                .member("setting", setting)
                .member("outcome", outcome.name())
                .member("change", change)
                .member("note", note);
    }
}

package dev.seckey.cli.output;

import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.pin.PinState;
import dev.seckey.ctap2.session.PinRetries;
import java.util.Optional;

/**
 * How it stands with a key's PIN.
 *
 * @param done what was done with it: set, changed or verified; absent if it was only looked at
 * @param before the tries before that
 */
public record PinResult(OpenKey key, Optional<Done> done, Optional<PinRetries> before, PinState state)
        implements Result {
    /** What can be done with a PIN. */
    public enum Done {
        SET("set"),
        CHANGED("changed"),
        RIGHT("right"),
        RIGHT_BUT_MUST_BE_CHANGED("right, and the key wants a new one before anything else");

        private final String words;

        Done(String words) {
            this.words = words;
        }
    }

    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = key.simulated() ? plain.prefixed("SIMULATED ") : plain;
        out.pair("key", key.product() + " (" + key.selector() + ")");
        out.pair("PIN", done.map(what -> what.words).orElseGet(this::isSet));
        state.retries().ifPresent(retries -> out.pair("tries left", tries(retries)));
        state.fingerprintRetries()
                .ifPresent(left -> out.pair("fingerprint tries", left == 0 ? "none: use the PIN once" : left));
        if (state.set().isPresent()) {
            out.pair("must be changed", state.changeForced() ? "yes: seckey pin change" : "no");
            out.pair(
                    "length",
                    "from " + state.rules().min() + " to " + state.rules().max()
                            + " characters, at most 63 bytes in UTF-8");
            out.pair("complexity policy", complexity());
        }
    }

    private String isSet() {
        return state.set().map(set -> set ? "set" : "not set (seckey pin set)").orElse("this key cannot have one");
    }

    private String tries(PinRetries retries) {
        String was = before.filter(earlier -> earlier.left() != retries.left())
                .map(earlier -> " (" + earlier.left() + " before)")
                .orElse("");
        if (retries.left() == 0) {
            return "none: blocked, only a reset helps (seckey reset), which deletes everything on the key";
        }
        if (retries.powerCycleNeeded()) {
            return retries.left() + was + ", and none before the key is pulled out and plugged in again";
        }
        return retries.left() + was;
    }

    private String complexity() {
        return state.rules().complexityPolicy().orElse(false)
                ? "on"
                        + state.rules()
                                .complexityPolicyUrl()
                                .map(url -> ": " + url)
                                .orElse("")
                : state.rules().complexityPolicy().isPresent() ? "off" : "none";
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("selector", key.selector()).member("product", key.product()).member("simulated", key.simulated());
        out.member("done", done.map(Done::name));
        before.ifPresent(retries -> out.member("triesBefore", retries.left()));
        out.member("pinSupported", state.set().isPresent())
                .member("pinSet", state.set())
                .member("changeForced", state.changeForced());
        state.retries()
                .ifPresent(retries ->
                        out.member("triesLeft", retries.left()).member("powerCycleNeeded", retries.powerCycleNeeded()));
        out.member("fingerprintTriesLeft", state.fingerprintRetries())
                .member("minLength", state.rules().min())
                .member("maxLength", state.rules().max())
                .member("maxBytes", 63)
                .member("complexityPolicy", state.rules().complexityPolicy())
                .member("complexityPolicyUrl", state.rules().complexityPolicyUrl());
    }
}

package dev.seckey.cli.output;

import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.reset.ResetPlan;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import java.util.Optional;

/**
 * What a reset has done.
 *
 * @param now getInfo after it; absent in a dry run
 */
public record ResetResult(OpenKey key, ResetPlan plan, Optional<AuthenticatorInfo> now) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = key.simulated() ? plain.prefixed("SIMULATED ") : plain;
        out.pair("key", key.product() + " (" + key.selector() + ")");
        out.pair("reset", now.isPresent() ? "done, and read back" : "not done (dry run: nothing was sent)");
        plan.losses().forEach(loss -> out.pair(now.isPresent() ? "deleted" : "would be deleted", loss));
        now.ifPresent(info -> {
            out.pair("PIN", "not set (seckey pin set)");
            out.pair("minimum PIN length", info.minPinLength());
        });
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("selector", key.selector())
                .member("product", key.product())
                .member("simulated", key.simulated())
                .member("aaguid", plan.before().aaguid().toString())
                .member("done", now.isPresent())
                .member("longTouch", plan.wantsLongTouch())
                .strings("losses", plan.losses());
        now.ifPresent(
                info -> out.member("pinSet", info.has(Option.CLIENT_PIN)).member("minPINLength", info.minPinLength()));
    }
}

package dev.seckey.cli.output;

import dev.seckey.ctap2.session.CredentialManager.Usage;

/** How full a key is. */
public record CredentialUsageResult(Usage usage, boolean simulated) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        out.pair("discoverable credentials", usage.existing());
        out.pair("room for more", "about " + usage.remaining());
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated).member("existing", usage.existing()).member("remaining", usage.remaining());
    }
}

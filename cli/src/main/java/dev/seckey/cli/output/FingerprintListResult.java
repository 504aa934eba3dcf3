package dev.seckey.cli.output;

import dev.seckey.ctap2.command.BioEnrollmentResponse.TemplateInfo;
import java.util.List;

/** The fingerprints on a key: ids and names. */
public record FingerprintListResult(List<TemplateInfo> fingerprints, boolean simulated) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        if (fingerprints.isEmpty()) {
            out.line("no fingerprints");
        }
        fingerprints.forEach(info -> out.line(
                info.templateId().hex() + "  " + info.templateFriendlyName().orElse("")));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated).objects("fingerprints", fingerprints, FingerprintListResult::write);
    }

    static void write(JsonWriter out, TemplateInfo info) {
        out.member("id", info.templateId().hex()).member("name", info.templateFriendlyName());
    }
}

package dev.seckey.cli.fingerprint;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.command.BioEnrollmentResponse.TemplateInfo;
import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.Reason;
import java.util.List;
import java.util.Locale;

/** Which fingerprint is meant by a name or an id. */
public final class Chosen {
    private Chosen() {}

    /** The one whose id, in hexadecimal, or name is this. */
    public static TemplateInfo among(List<TemplateInfo> all, String nameOrId) {
        List<TemplateInfo> fitting = all.stream()
                .filter(info -> info.templateId().hex().equals(nameOrId.toLowerCase(Locale.ROOT))
                        || info.templateFriendlyName().filter(nameOrId::equals).isPresent())
                .toList();
        if (fitting.isEmpty()) {
            throw new ChoiceFault(
                    Reason.KEY_REFUSED,
                    "there is no fingerprint \"" + nameOrId + "\" on the key",
                    "\"seckey fingerprint list\" shows those that there are");
        }
        if (fitting.size() > 1) {
            throw new UsageException(
                    "several fingerprints are called \"" + nameOrId + "\"",
                    "give the id, which \"seckey fingerprint list\" shows");
        }
        return fitting.get(0);
    }

    /** Its name, and its id where it has none. */
    public static String title(TemplateInfo info) {
        return info.templateFriendlyName()
                .filter(name -> !name.isEmpty())
                .map(name -> "\"" + name + "\" (" + info.templateId().hex() + ")")
                .orElse(info.templateId().hex());
    }
}

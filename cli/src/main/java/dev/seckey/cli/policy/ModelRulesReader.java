package dev.seckey.cli.policy;

import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.ModelRules;
import dev.seckey.ctap2.verdict.ModelRules.MinimumFirmware;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlPosition;

/** The tables {@code [models]} and {@code [minimum-firmware]} of a policy. */
final class ModelRulesReader {
    /** Each part is a byte of the number in getInfo. */
    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private ModelRulesReader() {}

    static ModelRules read(Section top) {
        List<MinimumFirmware> firmware =
                top.section("minimum-firmware").map(ModelRulesReader::firmware).orElse(List.of());
        Optional<Section> models = top.section("models");
        ModelRules rules = models.map(section -> new ModelRules(
                        aaguids(section, "allow"),
                        section.texts("allow-names"),
                        aaguids(section, "deny"),
                        section.texts("deny-names"),
                        firmware))
                .orElse(new ModelRules(Set.of(), List.of(), Set.of(), List.of(), firmware));
        models.ifPresent(section -> {
            rules.allowed().stream()
                    .filter(rules.denied()::contains)
                    .forEach(both -> section.problem("deny", both + " is allowed and denied"));
            rules.allowedNames().stream()
                    .filter(rules.deniedNames()::contains)
                    .forEach(both -> section.problem("deny-names", "\"" + both + "\" is allowed and denied"));
            section.end();
        });
        return rules;
    }

    private static Set<Aaguid> aaguids(Section section, String key) {
        return new LinkedHashSet<>(section.texts(key, (text, at) -> aaguid(section, text, at)));
    }

    private static Optional<Aaguid> aaguid(Section section, String text, TomlPosition at) {
        Optional<Aaguid> aaguid = Aaguid.parse(text).filter(parsed -> !parsed.isNone());
        if (aaguid.isEmpty()) {
            section.problem(
                    at, "\"" + text + "\" is no model's AAGUID, as c1f9a0bc-1dd2-404a-b27f-8e29047a43fd is one");
        }
        return aaguid;
    }

    private static List<MinimumFirmware> firmware(Section section) {
        List<MinimumFirmware> all = new ArrayList<>();
        for (String vendor : section.keys()) {
            section.text(vendor).ifPresent(text -> {
                Optional<Long> version = version(text);
                if (version.isEmpty() || vendor.isBlank()) {
                    section.problem(
                            vendor, "a maker's name and three numbers are wanted, as in \"Yubico\" = \"5.7.0\"");
                }
                version.ifPresent(number -> all.add(new MinimumFirmware(vendor, number)));
            });
        }
        return all;
    }

    private static Optional<Long> version(String text) {
        Matcher matcher = VERSION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = 0;
        for (int i = 1; i <= 3; i++) {
            int part = Integer.parseInt(matcher.group(i));
            if (part > 0xff) {
                return Optional.empty();
            }
            number = number << 8 | part;
        }
        return Optional.of(number);
    }
}

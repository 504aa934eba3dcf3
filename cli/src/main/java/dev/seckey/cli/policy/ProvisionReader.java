package dev.seckey.cli.policy;

import dev.seckey.cli.policy.ProvisionRules.Pin;
import dev.seckey.cli.policy.ProvisionRules.Reset;
import dev.seckey.cli.policy.ProvisionRules.YubiKey;
import dev.seckey.ctap2.yubico.Application;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The table {@code [provision]} of a policy. */
final class ProvisionReader {
    private static final int DEFAULT_PIN_LENGTH = 8;
    private static final String DIGITS = "0123456789";

    /** One number in braces, with leading zeros or without, and no brace elsewhere. */
    private static final Pattern LABEL = Pattern.compile("[^{}\\p{Cntrl}]*\\{n(:0[1-9])?\\}[^{}\\p{Cntrl}]*");

    private static final int MOST_RP_IDS = 255;

    private ProvisionReader() {}

    static ProvisionRules read(Section section) {
        ProvisionRules rules = new ProvisionRules(
                section.choice("reset", Words.of(Reset.values())).orElse(Reset.NEVER),
                section.choice("pin", Words.of(Pin.values())).orElse(Pin.NONE),
                section.number("pin-length", 4, 63).orElse(DEFAULT_PIN_LENGTH),
                section.text("pin-alphabet").orElse(DIGITS),
                section.number("min-pin-length", 4, 63),
                section.texts("min-pin-length-rp-ids"),
                section.flag("force-pin-change").orElse(false),
                section.flag("pin-complexity").orElse(false),
                section.flag("always-uv"),
                section.flag("enterprise-attestation").orElse(false),
                section.flag("long-touch-reset").orElse(false),
                section.text("asset-label"),
                section.section("yubikey").map(ProvisionReader::yubikey).orElse(YubiKey.UNCHANGED));
        checkPin(section, rules);
        checkOthers(section, rules);
        section.end();
        return rules;
    }

    private static void checkPin(Section section, ProvisionRules rules) {
        boolean random = rules.pin() == Pin.RANDOM;
        List.of("pin-length", "pin-alphabet").stream()
                .filter(key -> section.has(key) && !random)
                .forEach(key -> section.problem(key, key + " is for pin = \"random\""));
        String alphabet = rules.pinAlphabet();
        if (!alphabet.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            section.problem("pin-alphabet", "pin-alphabet has printable ASCII characters alone, and no blank");
        } else if (alphabet.chars().distinct().count() < alphabet.length() || alphabet.length() < 2) {
            section.problem("pin-alphabet", "pin-alphabet has at least two characters, each once");
        }
        if (random && rules.minPinLength().orElse(0) > rules.pinLength()) {
            String key = section.has("pin-length") ? "pin-length" : "min-pin-length";
            section.problem(key, "pin-length (" + rules.pinLength() + ") is less than min-pin-length");
        }
        if (rules.forcePinChange() && rules.pin() == Pin.NONE) {
            section.problem("force-pin-change", "force-pin-change needs a PIN, and pin is \"none\"");
        }
    }

    private static void checkOthers(Section section, ProvisionRules rules) {
        if (rules.minPinLengthRpIds().size() > MOST_RP_IDS) {
            section.problem("min-pin-length-rp-ids", "no key takes more than " + MOST_RP_IDS + " relying parties");
        }
        rules.assetLabel()
                .filter(label -> !LABEL.matcher(label).matches())
                .ifPresent(label -> section.problem(
                        "asset-label", "asset-label has its number once, as {n} or {n:04}: \"WARD7-{n:04}\""));
    }

    private static YubiKey yubikey(Section section) {
        YubiKey rules = new YubiKey(
                applications(section, "usb"),
                applications(section, "nfc"),
                section.flag("nfc-restricted").orElse(false));
        section.end();
        return rules;
    }

    private static Optional<Set<Application>> applications(Section section, String key) {
        Map<String, Application> ids = new LinkedHashMap<>();
        Arrays.stream(Application.values()).forEach(application -> ids.put(application.id(), application));
        List<Application> named = section.choices(key, ids);
        if (!section.has(key)) {
            return Optional.empty();
        }
        Set<Application> set = EnumSet.noneOf(Application.class);
        set.addAll(named);
        if (key.equals("usb") && named.isEmpty()) {
            section.problem(key, "a key with every application off over USB cannot be reached");
        }
        return Optional.of(set);
    }
}

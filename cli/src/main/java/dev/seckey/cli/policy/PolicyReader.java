package dev.seckey.cli.policy;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.verdict.KeyRules;
import dev.seckey.ctap2.verdict.KeyRules.UserVerificationMethod;
import dev.seckey.ctap2.verdict.Policy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads a policy file: TOML 1.0, with the keys that {@code seckey policy show} prints. */
public final class PolicyReader {
    /** Nobody writes a policy of a megabyte by hand. */
    static final int MOST_BYTES = 1 << 20;

    private static final int CENTURY = 36500;

    private static final Map<String, Optional<CertificationLevel>> LEVELS = levels();
    private static final Map<String, String> TRANSPORTS = transports();

    private PolicyReader() {}

    /**
     * @param name the policy's, where the file gives it none
     * @param source "built in", or the file's path
     */
    public static PolicyDocument read(Bytes content, String name, String source) throws PolicyException {
        List<Problem> problems = new ArrayList<>();
        TomlParseResult parsed = Toml.parse(text(content));
        for (TomlParseError error : parsed.errors()) {
            problems.add(new Problem(error.position().line(), error.position().column(), error.getMessage()));
        }
        Section top = new Section(parsed, "", problems);
        Policy rules = rules(top, name);
        Optional<ProvisionRules> provision = top.section("provision").map(ProvisionReader::read);
        top.end();
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(Problem::line).thenComparing(Problem::column));
            throw new PolicyException(problems);
        }
        return new PolicyDocument(rules, provision, content, source);
    }

    private static String text(Bytes content) throws PolicyException {
        if (content.size() > MOST_BYTES) {
            throw new PolicyException(List.of(new Problem(1, 1, "this file is too large for a policy")));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content.toArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PolicyException(List.of(new Problem(
                    1, 1, "this file is not UTF-8 text; save it as \"UTF-8\" (in PowerShell, not with >)")));
        }
    }

    private static Policy rules(Section top, String name) {
        String named = top.text("name").orElse(name);
        return new Policy(
                named,
                top.text("title").orElse(named),
                top.choice("minimum-level", LEVELS).flatMap(level -> level),
                top.choice("attestation", Words.yesOrNo("required", "optional")).orElse(true),
                top.number("metadata-max-age-days", 1, CENTURY).orElse(365),
                top.choice("advisories", Words.yesOrNo("fail", "warn")).orElse(false),
                ModelRulesReader.read(top),
                key(top));
    }

    private static KeyRules key(Section top) {
        KeyRules rules = new KeyRules(
                top.choice("pin", Words.yesOrNo("set", "not-set")),
                top.number("minimum-pin-length", 4, 63),
                top.flag("always-uv"),
                top.choices("user-verification", Words.of(UserVerificationMethod.values())),
                top.choices("transports", TRANSPORTS),
                top.texts("extensions"),
                top.flag("fresh").orElse(false));
        if (rules.fresh() && rules.pinSet().orElse(false)) {
            top.problem("fresh", "a key that is fresh has no PIN, and pin = \"set\" wants one");
        }
        return rules;
    }

    private static Map<String, Optional<CertificationLevel>> levels() {
        Map<String, Optional<CertificationLevel>> levels = new LinkedHashMap<>();
        levels.put("any", Optional.empty());
        for (CertificationLevel level : CertificationLevel.values()) {
            levels.put(level.name().replace("PLUS", "plus"), Optional.of(level));
        }
        return levels;
    }

    private static Map<String, String> transports() {
        Map<String, String> transports = new LinkedHashMap<>();
        List.of("usb", "nfc", "ble", "smart-card").forEach(name -> transports.put(name, name));
        return transports;
    }
}

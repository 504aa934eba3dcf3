package dev.seckey.cli.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.KeyRules;
import dev.seckey.ctap2.verdict.KeyRules.UserVerificationMethod;
import dev.seckey.ctap2.verdict.ModelRules;
import dev.seckey.ctap2.verdict.ModelRules.MinimumFirmware;
import dev.seckey.ctap2.verdict.Policy;
import dev.seckey.ctap2.yubico.Application;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyReaderTest {
    private static final String CSPN = "c1f9a0bc-1dd2-404a-b27f-8e29047a43fd";

    private static PolicyDocument read(String text) throws PolicyException {
        return PolicyReader.read(Bytes.utf8(text), "ward", "ward.toml");
    }

    private static String problems(String text) {
        return assertThrows(PolicyException.class, () -> read(text)).problems().stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));
    }

    static List<Policy> builtIn() {
        return BuiltInPolicies.RULES;
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void theFileOfABuiltInPolicySaysWhatItsRulesAre(Policy rules) throws PolicyException {
        PolicyDocument shipped = BuiltInPolicies.find(rules.name()).orElseThrow();
        assertEquals(shipped, PolicyReader.read(shipped.content(), "no name", BuiltInPolicies.SOURCE));
    }

    @Test
    void anEmptyFileAsksForProofOfAnyModel() throws PolicyException {
        assertEquals(Policy.of("ward", "ward", Optional.empty(), true, 365), read("").rules());
    }

    @Test
    void everyRuleHasItsKey() throws PolicyException {
        Policy policy = read("""
                name = "ward-7"
                title = "Ward 7"
                minimum-level = "L1plus"
                attestation = "optional"
                metadata-max-age-days = 90
                advisories = "fail"
                pin = "not-set"
                minimum-pin-length = 6
                always-uv = true
                user-verification = ["pin", "fingerprint"]
                transports = ["usb", "nfc"]
                extensions = ["hmac-secret"]
                fresh = true

                [models]
                allow = ["%s"]
                allow-names = ["Security Key"]
                deny = ["cb69481e-8ff7-4039-93ec-0a2729a154a8"]
                deny-names = ["Preview"]

                [minimum-firmware]
                Yubico = "5.7.1"
                """.formatted(CSPN)).rules();
        assertEquals(
                new Policy(
                        "ward-7",
                        "Ward 7",
                        Optional.of(CertificationLevel.L1PLUS),
                        false,
                        90,
                        true,
                        new ModelRules(
                                Set.of(Aaguid.parse(CSPN).orElseThrow()),
                                List.of("Security Key"),
                                Set.of(Aaguid.parse("cb69481e-8ff7-4039-93ec-0a2729a154a8")
                                        .orElseThrow()),
                                List.of("Preview"),
                                List.of(new MinimumFirmware("Yubico", 0x050701))),
                        new KeyRules(
                                Optional.of(false),
                                Optional.of(6),
                                Optional.of(true),
                                List.of(UserVerificationMethod.PIN, UserVerificationMethod.FINGERPRINT),
                                List.of("usb", "nfc"),
                                List.of("hmac-secret"),
                                true)),
                policy);
    }

    @Test
    void provisioningHasATableOfItsOwn() throws PolicyException {
        PolicyDocument document = read("""
                [provision]
                reset = "if-used"
                pin = "random"
                pin-length = 10
                pin-alphabet = "0123456789abcdef"
                min-pin-length = 6
                min-pin-length-rp-ids = ["example.nhs.uk"]
                force-pin-change = true
                pin-complexity = true
                always-uv = true
                enterprise-attestation = true
                long-touch-reset = true
                asset-label = "WARD7-{n:04}"
                [provision.yubikey]
                usb = ["fido2", "u2f"]
                nfc = []
                nfc-restricted = true
                """);
        assertEquals(
                Optional.of(new ProvisionRules(
                        ProvisionRules.Reset.IF_USED,
                        ProvisionRules.Pin.RANDOM,
                        10,
                        "0123456789abcdef",
                        Optional.of(6),
                        List.of("example.nhs.uk"),
                        true,
                        true,
                        Optional.of(true),
                        true,
                        true,
                        Optional.of("WARD7-{n:04}"),
                        new ProvisionRules.YubiKey(
                                Optional.of(Set.of(Application.FIDO2, Application.U2F)), Optional.of(Set.of()), true))),
                document.provision());
    }

    @Test
    void whatIsNotSaidAboutProvisioningIsLeftAsItIs() throws PolicyException {
        assertEquals(Optional.empty(), read("").provision());
        ProvisionRules rules = read("[provision]").provision().orElseThrow();
        assertEquals(ProvisionRules.Reset.NEVER, rules.reset());
        assertEquals(ProvisionRules.Pin.NONE, rules.pin());
        assertEquals(ProvisionRules.YubiKey.UNCHANGED, rules.yubikey());
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsPlace() {
        assertEquals("""
                line 1, column 1: metadata-max-age-days is a number from 1 to 36500, not 0
                line 2, column 1: unknown key "minimum-levle"; did you mean "minimum-level"?
                line 3, column 1: always-uv wants true or false
                line 4, column 1: "maybe" is not one of set, not-set
                line 6, column 10: "cb69" is no model's AAGUID, as c1f9a0bc-1dd2-404a-b27f-8e29047a43fd is one
                line 8, column 1: unknown key "colour" in [provision]; there are always-uv, asset-label,\
                 enterprise-attestation, force-pin-change, long-touch-reset, min-pin-length, min-pin-length-rp-ids, pin,\
                 pin-alphabet, pin-complexity, pin-length, reset, yubikey""", problems("""
                metadata-max-age-days = 0
                minimum-levle = "L2"
                always-uv = "yes"
                pin = "maybe"
                [models]
                allow = ["cb69"]
                [provision]
                colour = "red"
                """));
    }

    @Test
    void whatIsNoTomlIsToldWithItsPlaceAndSoIsTheRest() {
        String said = problems("pin = \n[provision]\nreset = \"often\"\n");
        assertEquals("line 1, column 7: Unexpected end of line, expected a value", said.split("\n")[0]);
        assertEquals("line 3, column 1: \"often\" is not one of never, if-used, always", said.split("\n")[1]);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "fresh = true;pin = \"set\" | line 1, column 1: a key that is fresh has no PIN, and pin = \"set\" wants one",
                "[models];allow-names = [\"a\"];deny-names = [\"a\"] | line 3, column 1: \"a\" is allowed and denied",
                "[models];allow = [\"c1f9a0bc-1dd2-404a-b27f-8e29047a43fd\"];deny = [\"C1F9A0BC1DD2404AB27F8E29047A43FD\"]"
                        + " | line 3, column 1: c1f9a0bc-1dd2-404a-b27f-8e29047a43fd is allowed and denied",
                "transports = [\"usb\", \"usb\"] | line 1, column 22: \"usb\" is named twice",
                "extensions = [1] | line 1, column 15: text in quotes is wanted here",
                "extensions = [\"\"] | line 1, column 15: this text is empty",
                "extensions = \"a\" | line 1, column 1: extensions wants a list of texts, as in [\"one\", \"two\"]",
                "models = 1 | line 1, column 1: models wants a table: [models]",
                "minimum-pin-length = 64 | line 1, column 1: minimum-pin-length is a number from 4 to 63, not 64",
                "minimum-firmware.Yubico = \"5.7\" | line 1, column 1: a maker's name and three numbers are wanted, as in"
                        + " \"Yubico\" = \"5.7.0\"",
                "minimum-firmware.Yubico = \"5.7.256\" | line 1, column 1: a maker's name and three numbers are wanted, as in"
                        + " \"Yubico\" = \"5.7.0\"",
                "[provision];pin = \"random\";min-pin-length = 9 | line 3, column 1: pin-length (8) is less than"
                        + " min-pin-length",
                "[provision];force-pin-change = true | line 2, column 1: force-pin-change needs a PIN, and pin is \"none\"",
                "[provision];pin-length = 8 | line 2, column 1: pin-length is for pin = \"random\"",
                "[provision];pin = \"random\";pin-alphabet = \"aa\" | line 3, column 1: pin-alphabet has at least two"
                        + " characters, each once",
                "[provision];pin = \"random\";pin-alphabet = \"äö\" | line 3, column 1: pin-alphabet has printable ASCII"
                        + " characters alone, and no blank",
                "[provision];asset-label = \"WARD7\" | line 2, column 1: asset-label has its number once, as {n} or"
                        + " {n:04}: \"WARD7-{n:04}\"",
                "[provision.yubikey];usb = [] | line 2, column 1: a key with every application off over USB cannot be"
                        + " reached",
            })
    void whatCannotBeMeantIsRefused(String file, String problem) {
        assertEquals(problem, problems(file.replace(';', '\n')));
    }

    @Test
    void aFileInAnotherEncodingIsNoPolicy() {
        Bytes utf16 = Bytes.of("name = \"ward\"".getBytes(StandardCharsets.UTF_16));
        PolicyException refused =
                assertThrows(PolicyException.class, () -> PolicyReader.read(utf16, "ward", "ward.toml"));
        assertEquals(
                "line 1, column 1: this file is not UTF-8 text; save it as \"UTF-8\" (in PowerShell, not with >)",
                refused.getMessage());
    }
}

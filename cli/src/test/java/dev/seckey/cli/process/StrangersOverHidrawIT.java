package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.transports.real.RealParts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What seckey wrote on a key, Debian's fido2-token, fido2-cred and fido2-assert see, and the reverse. */
class StrangersOverHidrawIT {
    private static final String DEVICE = SimulatedKey.HIDRAW;
    private static final String PIN = "2468-1357";
    private static final String RESPONSE = "/assertions/0/authentication/response/";
    private static final String ANY_HASH = base64(new byte[32]);

    /** Starts a command without a terminal, and not as a leader: a leader would take the device's pty for its terminal. */
    private static final List<String> WITHOUT_TERMINAL =
            List.of("setsid", "--wait", "sh", "-c", "\"$@\"; exit $?", "sh");

    @TempDir
    private static Path folder;

    private static SimulatedKey key;

    @BeforeAll
    static void plugIn() {
        RealParts.require("umockdev", "fido2-tools");
        // libfido2 1.12 manages credentials by the preview of FIDO_2_1_PRE, which YubiKeys still have
        key = SimulatedKey.overHidraw(folder, "--profile", "yubikey");
        key.withPin(PIN, "pin set --json").ended(0).has("/done", "SET");
    }

    @AfterAll
    static void pullOut() {
        if (key != null) {
            key.close();
        }
    }

    /** What it asks is answered on its stdin. */
    private static Outcome tool(String answers, String line) {
        List<String> command = Stream.concat(WITHOUT_TERMINAL.stream(), Stream.of(line.split(" ")))
                .toList();
        try (Running running = key.seckey().start(command)) {
            running.type(answers);
            return running.end();
        }
    }

    private static Outcome toolWithPin(String line) {
        return tool(PIN + "\n", line);
    }

    private static String file(String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n")
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String base64(String base64url) {
        return base64(Base64.getUrlDecoder().decode(base64url));
    }

    @Test
    void aPinChangedByEitherIsThePinOfBoth() {
        String other = "lange PIN für Ämter".replace(' ', '_');

        tool(PIN + "\n" + other + "\n" + other + "\n", "fido2-token -C " + DEVICE)
                .ended(0);
        key.withPin(other, "pin verify --json").ended(0).has("/done", "RIGHT");

        key.withPin(other + "\n" + PIN, "pin change --json").ended(0).has("/done", "CHANGED");
        toolWithPin("fido2-token -L -r " + DEVICE).ended(0);
        tool(other + "\n", "fido2-token -L -r " + DEVICE).ended(1).said("FIDO_ERR_PIN_INVALID");
        key.run("pin status --json").ended(0).has("/triesLeft", "7");
    }

    @Test
    void aPinSetByFido2TokenOpensTheKeyForSeckey() {
        try (SimulatedKey fresh = SimulatedKey.overHidraw(folder)) {
            List<String> set = Stream.concat(WITHOUT_TERMINAL.stream(), Stream.of("fido2-token", "-S", DEVICE))
                    .toList();
            try (Running running = fresh.seckey().start(set)) {
                running.type(PIN + "\n" + PIN + "\n");
                running.end().ended(0);
            }
            fresh.withPin(PIN, "pin verify --json").ended(0).has("/done", "RIGHT");
        }
    }

    @Test
    void aCredentialOfSeckeyIsListedByFido2TokenAndSignsForFido2Assert() {
        Map<String, String> made = key.withPin(
                        PIN,
                        "credential create --rp made.example --user alice --display-name Alice --user-id AQID --rk --json")
                .ended(0)
                .json();

        toolWithPin("fido2-token -L -r " + DEVICE).ended(0).printed(" made.example\n");
        toolWithPin("fido2-token -L -k made.example " + DEVICE)
                .ended(0)
                .printed("00: " + base64(made.get("/credentialId")) + " Alice AQID es256 uvopt\n");

        String publicKey = file(
                "made.pem",
                "-----BEGIN PUBLIC KEY-----",
                base64(made.get("/registration/response/publicKey")),
                "-----END PUBLIC KEY-----");
        String request = file("assert.in", ANY_HASH, "made.example");
        String signed = folder.resolve("assert.out").toString();
        toolWithPin("fido2-assert -G -r -p -v -i " + request + " -o " + signed + " " + DEVICE)
                .ended(0);
        tool("", "fido2-assert -V -p -v -i " + signed + " " + publicKey).ended(0);
    }

    @Test
    void aCredentialOfFido2CredIsListedBySeckeyAndSignsForIt() throws Exception {
        String request =
                file("cred.in", ANY_HASH, "theirs.example", "bob", base64("bob".getBytes(StandardCharsets.UTF_8)));
        String made = folder.resolve("cred.out").toString();
        String publicKey = folder.resolve("cred.pem").toString();
        toolWithPin("fido2-cred -M -r -v -i " + request + " -o " + made + " " + DEVICE)
                .ended(0);
        tool("", "fido2-cred -V -v -i " + made + " -o " + publicKey).ended(0);

        key.withPin(PIN, "credential list --rp theirs.example --json")
                .ended(0)
                .has("/credentials/0/user", "bob")
                .has("/credentials/0/userId", "Ym9i")
                .has("/credentials/0/credentialId", credentialOf(publicKey));

        Map<String, String> signed = key.withPin(PIN, "credential assert --rp theirs.example --uv --json")
                .ended(0)
                .json();
        String answer = file(
                "signed.in",
                sha256(signed.get(RESPONSE + "clientDataJSON")),
                "theirs.example",
                Fido2Files.base64(Fido2Files.wrapped(Bytes.fromBase64(signed.get(RESPONSE + "authenticatorData")))),
                base64(signed.get(RESPONSE + "signature")));
        tool("", "fido2-assert -V -p -v -i " + answer + " " + withoutFirstLine(publicKey))
                .ended(0);
    }

    private static String sha256(String base64url) throws GeneralSecurityException {
        return base64(MessageDigest.getInstance("SHA-256")
                .digest(Base64.getUrlDecoder().decode(base64url)));
    }

    private static String withoutFirstLine(String file) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(file));
        return file("key.pem", lines.subList(1, lines.size()).toArray(String[]::new));
    }

    /** Its first line: the credential's id. */
    private static String credentialOf(String file) throws IOException {
        byte[] id = Base64.getDecoder().decode(Files.readAllLines(Path.of(file)).get(0));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    @Test
    void whatFido2CredAndFido2AssertMadeSeckeyFindsValid() throws IOException {
        String create = clientData("webauthn.create");
        String get = clientData("webauthn.get");
        Path made = folder.resolve("theirs.cred");
        Path signed = folder.resolve("theirs.assert");
        toolWithPin("fido2-cred -M -v -i "
                        + file("valid.in", Fido2Files.hash(create), "valid.example", "dora", "ZG9yYQ==") + " -o " + made
                        + " " + DEVICE)
                .ended(0);
        Bytes id = Bytes.of(Base64.getDecoder().decode(Files.readAllLines(made).get(4)));
        toolWithPin("fido2-assert -G -p -v -i "
                        + file("get.in", Fido2Files.hash(get), "valid.example", Fido2Files.base64(id)) + " -o " + signed
                        + " " + DEVICE)
                .ended(0);

        String registration = file("registration.json", Fido2Files.registration(Files.readAllLines(made), create));
        String assertion = file("assertion.json", Fido2Files.assertion(Files.readAllLines(signed), id, get));
        Seckey.HERE
                .run("credential", "verify", registration, "--rp", "valid.example", "--uv", "--trust-simulated")
                .printed("pass     attestation      packed, ");
        Seckey.HERE
                .run("credential", "verify", assertion, "--registration", registration, "--rp", "valid.example", "--uv")
                .ended(0)
                .printed("VALID: assertion");
        String other = file("other.json", Fido2Files.assertion(Files.readAllLines(signed), id, create));
        Seckey.HERE
                .run("credential", "verify", other, "--registration", registration, "--rp", "valid.example")
                .ended(1);
    }

    private static String clientData(String type) {
        return "{\"type\":\"" + type + "\",\"challenge\":\"AAEC\",\"origin\":\"https://valid.example\"}";
    }

    @Test
    void whatSeckeyMadeFido2CredFindsValid() {
        Map<String, String> made = key.withPin(
                        PIN, "credential create --rp ours.example --user emil --uv --alg ES256 --json")
                .ended(0)
                .json();

        tool("", "fido2-cred -V -v -i " + file("ours.cred", Fido2Files.credential(made, "ours.example")))
                .ended(0)
                .printed("-----BEGIN PUBLIC KEY-----");
        String[] altered = Fido2Files.credential(made, "ours.example");
        altered[0] = ANY_HASH;
        tool("", "fido2-cred -V -v -i " + file("altered.cred", altered)).ended(1);
    }

    @Test
    void aLargeBlobWrittenByEitherIsReadByBoth() throws IOException {
        key.withPin(PIN, "credential create --rp blob.example --user carol --rk --large-blob-key")
                .ended(0);
        String ours = file("ours.txt", "from seckey");
        // libfido2 cannot encrypt what deflates to less than 16 bytes
        String theirs = file("theirs.txt", "from somebody else, and long enough for libfido2");
        Path read = folder.resolve("read.txt");

        key.withPin(PIN, "blob set " + ours + " --rp blob.example").ended(0);
        toolWithPin("fido2-token -G -b -n blob.example " + read + " " + DEVICE).ended(0);
        assertEquals("from seckey\n", Files.readString(read));

        toolWithPin("fido2-token -S -b -n blob.example " + theirs + " " + DEVICE)
                .ended(0);
        key.withPin(PIN, "blob get --rp blob.example")
                .ended(0)
                .printed("from somebody else, and long enough for libfido2\n");
    }

    @Test
    void settingsOfEitherAreSeenByBoth() {
        key.withPin(PIN, "config always-uv on").ended(0);
        key.withPin(PIN, "config min-pin-length 6 --yes").ended(0);
        tool("", "fido2-token -I " + DEVICE).ended(0).printed(", alwaysUv,").printed("minpinlen: 6\n");

        toolWithPin("fido2-token -D -u " + DEVICE).ended(0);
        toolWithPin("fido2-token -S -l 8 " + DEVICE).ended(0);
        key.run("info --json").ended(0).has("/info/minPINLength", "8").has("/info/options/alwaysUv", "false");
    }
}

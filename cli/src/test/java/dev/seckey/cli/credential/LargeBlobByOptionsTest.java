package dev.seckey.cli.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** largeBlob of WebAuthn Level 3 §10.1.5, as a site asks for it in its options. */
class LargeBlobByOptionsTest {
    private static final Pattern ID = Pattern.compile("\"credentialId\":\"(.*?)\"");

    @TempDir
    Path folder;

    private String key;
    private String id;

    private String said = "";

    @BeforeEach
    void makeCredential() throws Exception {
        Files.writeString(folder.resolve("pin"), "123456\n");
        makeCredential("pin-set", "--rk --large-blob-key");
    }

    private void makeCredential(String profile, String options) {
        key = "virtual:" + profile + "@" + folder.resolve(profile);
        Matcher made = ID.matcher(run("", "credential create --rp example.org --user alice --json " + options));
        assertTrue(made.find());
        id = made.group(1);
    }

    private String run(String stdin, String line) {
        Ran ran = new Bench(folder.resolve("home"))
                .given(stdin.getBytes(StandardCharsets.UTF_8))
                .run(("--key " + key + " " + line + " --pin-file " + folder.resolve("pin")).split(" "));
        assertEquals(0, ran.code().number(), ran::everything);
        said = ran.err();
        return ran.out().replaceAll("\\s", "");
    }

    private String assertWith(String largeBlob) {
        return run(
                "{\"challenge\": \"AAECAwQ\", \"rpId\": \"example.org\", \"userVerification\": \"discouraged\","
                        + " \"allowCredentials\": [{\"type\": \"public-key\", \"id\": \"" + id + "\"}],"
                        + " \"extensions\": {\"largeBlob\": " + largeBlob + "}}",
                "credential assert --options - --origin https://example.org");
    }

    @Test
    void whatASiteWritesItCanRead() {
        String written = assertWith("{\"write\": \"aGVsbG8\"}");
        assertTrue(written.contains("\"clientExtensionResults\":{\"largeBlob\":{\"written\":true}}"), written);

        String read = assertWith("{\"read\": true}");
        assertTrue(read.contains("\"largeBlob\":{\"blob\":\"aGVsbG8\"}"), read);
    }

    @Test
    void whatIsTooLargeIsNotWrittenAndTheAssertionIsGoodAllTheSame() {
        // random octets, which no deflate makes fit
        byte[] noise = new byte[6000];
        new java.util.Random(1).nextBytes(noise);
        String large = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(noise);

        String answer = assertWith("{\"write\": \"" + large + "\"}");
        assertTrue(answer.contains("\"largeBlob\":{\"written\":false}"), answer);
        assertTrue(answer.contains("\"signature\":"), answer);
        assertTrue(
                said.startsWith("note: the large blob was not written: there is no room: the array would have "), said);
    }

    /** Such a key wants no token (CTAP 2.3 §6.10.2). */
    @Test
    void aKeyWithoutAPinIsWrittenToo() {
        makeCredential("level2", "--rk --large-blob-key");

        String written = assertWith("{\"write\": \"aGVsbG8\"}");
        assertTrue(written.contains("\"largeBlob\":{\"written\":true}"), written);

        String read = assertWith("{\"read\": true}");
        assertTrue(read.contains("\"largeBlob\":{\"blob\":\"aGVsbG8\"}"), read);
    }

    @ParameterizedTest
    @CsvSource({
        "pin-set, --rk, the credential was made without a key to one",
        "fido20, --alg ES256, this key keeps no large blobs",
        "u2f-only, --alg ES256, U2F knows no large blobs"
    })
    void whyNothingCanBeWrittenIsSaid(String profile, String options, String why) {
        makeCredential(profile, options);

        String answer = assertWith("{\"write\": \"aGVsbG8\"}");
        assertTrue(answer.contains("\"largeBlob\":{\"written\":false}"), answer);
        assertEquals("note: the large blob was not written: " + why + "\n", said);
    }
}

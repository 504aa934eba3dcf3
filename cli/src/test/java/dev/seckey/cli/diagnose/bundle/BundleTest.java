package dev.seckey.cli.diagnose.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.BenchMachine;
import dev.seckey.cli.bench.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    private static final String SERIAL = "0042133769";
    private static final String CREDENTIAL = "pXBkq7J9v2wLrT0aZc5nYfUe8hMxS3dGbQ1oKiRjVtAs";
    private static final String HOST = "WARD7-PC0815";

    /** Such a name, if the files of this system can be called so. */
    private static final String PERSON =
            Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode("ü")
                    ? "müller.anna"
                    : "miller.anna";

    @TempDir
    private Path folder;

    private static Map<String, String> content(Path zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), text(in));
            }
        }
        return files;
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Secrets stand wherever a probe may come by: names of files, devices and hosts, lines of files, the environment. */
    @Test
    void noSecretThatWasPlantedIsInTheFile() throws Exception {
        Path home = folder.resolve("home/" + PERSON + "/seckey");
        Files.createDirectories(home.resolve("policies"));
        Files.writeString(home.resolve("policies/ward.toml"), "pin = \"73915\"\n[");
        BenchMachine machine = new BenchMachine(folder.resolve("root"))
                .key("hidraw0", "1050", "Key of " + PERSON.replace("anna", "Anna") + " serial " + SERIAL)
                .running(11, "notes-of-" + PERSON, "/dev/hidraw0")
                .file("/etc/hostname", HOST + "\n")
                .file(
                        "/etc/hosts",
                        "10.1.2.3 am.nhsidentity.spineservices.nhs.uk " + HOST.toLowerCase(Locale.ROOT) + "\n")
                .with(name -> {
                    throw new UnknownHostException(name);
                });
        Bench bench = new Bench(home)
                .on(machine.machine())
                .with("USER", PERSON)
                .with("HOME", folder.resolve("home/" + PERSON).toString())
                .with("SECKEY_PIN", "73915")
                .with("https_proxy", "http://" + PERSON + ":Pr0xyW0rd@127.0.0.1:1/");
        bench.keys().plug("/dev/hidraw0", "Key of anna@nhs.example " + CREDENTIAL, Optional.of(SERIAL), "pin-set");
        Path zip = folder.resolve("out.zip");

        Ran ran = bench.run("diagnose", "--network", "--bundle", zip.toString());

        assertTrue(ran.out().contains("The file for support: " + zip), ran::everything);
        Map<String, String> files = content(zip);
        String everything = files.toString();
        for (String secret : List.of(
                PERSON.substring(1, 6),
                "\\u00fc",
                "anna",
                "73915",
                "Pr0xyW0rd",
                SERIAL,
                CREDENTIAL,
                HOST,
                "ward7-pc0815",
                "nhs.example")) {
            assertFalse(everything.contains(secret), secret + " is in " + everything);
        }
        assertTrue(files.get("findings.txt").contains("Key of (mail address) (number)"), everything);
        assertTrue(everything.contains("serial ...69"), everything);
        assertTrue(everything.matches("(?s).*\\(computer [0-9a-f]{8}\\).*"), everything);
    }

    @Test
    void whatIsInItAndWhatIsNot() throws Exception {
        Bench bench = new Bench(folder.resolve("home")).with("USER", "alice");
        bench.keys().plug("/dev/hidraw0", "Key of alice", Optional.of(SERIAL), "level2");
        Path zip = folder.resolve("out.zip");

        assertEquals(ExitCode.DONE, bench.run("diagnose", "--bundle=" + zip).code());

        Map<String, String> files = content(zip);
        assertTrue(
                files.keySet()
                        .containsAll(List.of(
                                "findings.json",
                                "findings.txt",
                                "left-out.txt",
                                "traces/security-keys.txt",
                                "traces/the-key-usb-dev-hidraw0.txt",
                                "versions.txt")),
                files::toString);
        assertTrue(files.get("findings.txt").endsWith("Tell support: all is well.\n"));
        assertTrue(files.get("findings.json").contains("\"tellSupport\": [ ]"), files.get("findings.json"));
        assertTrue(files.get("left-out.txt").contains("  user names: "), files.get("left-out.txt"));
        assertTrue(files.get("left-out.txt").contains("PINs and fingerprints"));
        assertTrue(files.get("versions.txt").startsWith("seckey "));
        String trace = files.get("traces/the-key-usb-dev-hidraw0.txt");
        assertTrue(trace.lines().anyMatch(line -> line.matches(" *\\d+ ms  > ffffffff8600.*")), trace);
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailureAndNothingIsLeft() throws Exception {
        Ran ran = new Bench(folder)
                .run(
                        "diagnose",
                        "--virtual",
                        "--bundle",
                        folder.resolve("no/out.zip").toString());
        assertEquals(ExitCode.STORAGE, ran.code());
        assertEquals("", ran.out());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void ordinaryWordsStay() {
        Redactor redactor =
                new Redactor(Map.of("USER", "root", "HOME", "/root", "HOSTNAME", "localhost"), List.of(), List.of());
        String text = "rights rw-------, owner root, group root; 5ec7e700-51d0-4a7e-8d00-000000000002, localhost";
        assertEquals(text, redactor.redact(text));
        assertEquals(Map.of(), redactor.taken());
    }
}

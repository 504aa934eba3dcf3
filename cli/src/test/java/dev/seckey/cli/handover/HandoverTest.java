package dev.seckey.cli.handover;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.pinuv.Secret;
import dev.seckey.transports.real.RealParts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandoverTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String PIN = "80\"41\\7\u00fc";
    private static final String PASSPHRASE = "a gr\u00fcn passphrase";
    private static final Person ALICE = new Person("E17", "Alice <Ng> \u674e", Optional.of("alice@example.org"), 2);

    @TempDir
    Path folder;

    private Path pins;

    @BeforeEach
    void nameFolder() {
        pins = folder.resolve("pins");
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Secret passphrase() {
        return Secret.taking(PASSPHRASE.getBytes(StandardCharsets.UTF_8));
    }

    private Path keyFile(HandoverKey.Kind kind) {
        return folder.resolve(kind + "-key.pem");
    }

    private X509Certificate generate(HandoverKey.Kind kind) {
        Path certificate = folder.resolve(kind + "-cert.pem");
        HandoverKey.generate(kind, certificate, keyFile(kind), passphrase(), new SecureRandom(), NOW);
        try (InputStream in = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private PrivateKey key(HandoverKey.Kind kind) {
        return HandoverKey.read(keyFile(kind), HandoverTest::passphrase);
    }

    private static KeyIdentity identity(String serial) {
        return new KeyIdentity(
                "serial:" + serial,
                Optional.of(serial),
                Optional.empty(),
                Optional.of("YubiKey 5 NFC"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("WARD7/0001"),
                false);
    }

    private PinStore.Stored store(Instant now, String pin, X509Certificate... recipients) {
        try (PinStore store = HandoverFolder.open(pins, List.of(recipients), new SecureRandom(), at(now));
                Pin bytes = Pin.takingUtf8(pin.getBytes(StandardCharsets.UTF_8))) {
            return store.store(identity("7"), Optional.of(ALICE), bytes);
        }
    }

    @ParameterizedTest
    @EnumSource(HandoverKey.Kind.class)
    void whatIsStoredIsOpenedWithThePrivateKey(HandoverKey.Kind kind) throws IOException {
        PinStore.Stored stored = store(NOW, PIN, generate(kind));
        assertEquals("WARD7_0001-20261124T120000Z.p7m", stored.file());
        Path file = pins.resolve(stored.file());
        assertEquals(Optional.of(Bytes.of(Files.readAllBytes(file)).sha256()), stored.sha256());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (PinDocument document =
                HandoverFiles.open(List.of(file), key(kind), new SecureRandom()).get(0)) {
            assertEquals(PIN, Letters.text(document));
            assertEquals(NOW, document.created());
            assertEquals(Optional.of("Alice <Ng> \u674e"), document.about("personName"));
            assertEquals(Optional.of("WARD7/0001"), document.about("asset"));
            assertFalse(document.toString().contains("80"));
        }
    }

    @ParameterizedTest
    @EnumSource(HandoverKey.Kind.class)
    void opensslOpensIt(HandoverKey.Kind kind) throws IOException, InterruptedException {
        RealParts.require("openssl");
        Path file = pins.resolve(store(NOW, PIN, generate(kind)).file());
        Path passphrase = Files.writeString(pins.resolveSibling("passphrase"), PASSPHRASE);
        String json = openssl(
                "cms",
                "-decrypt",
                "-inform",
                "DER",
                "-in",
                file.toString(),
                "-inkey",
                keyFile(kind).toString(),
                "-passin",
                "file:" + passphrase);
        assertTrue(json.contains("\"pin\":\"80\\\"41\\\\7\u00fc\""), json);
        String structure = openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", file.toString());
        assertTrue(structure.contains("pkcs7-envelopedData") && structure.contains("aes-256-cbc"), structure);
        assertTrue(
                structure.contains(kind == HandoverKey.Kind.RSA ? "rsaesOaep" : "dhSinglePass-stdDH-sha256kdf-scheme"),
                structure);
    }

    private static String openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    @Test
    void eachOfSeveralRecipientsOpensIt() {
        X509Certificate ec = generate(HandoverKey.Kind.EC);
        X509Certificate rsa = generate(HandoverKey.Kind.RSA);
        List<Path> files = List.of(pins.resolve(store(NOW, PIN, ec, rsa).file()));
        for (HandoverKey.Kind kind : HandoverKey.Kind.values()) {
            try (PinDocument document =
                    HandoverFiles.open(files, key(kind), new SecureRandom()).get(0)) {
                assertEquals(PIN, Letters.text(document));
            }
        }
    }

    @Test
    void anotherKeyDoesNotOpenIt() throws IOException {
        X509Certificate first = generate(HandoverKey.Kind.EC);
        Path file = pins.resolve(store(NOW, PIN, first).file());
        Files.delete(keyFile(HandoverKey.Kind.EC));
        Files.delete(folder.resolve("EC-cert.pem"));
        generate(HandoverKey.Kind.EC);
        FileFault fault = assertThrows(
                FileFault.class, () -> HandoverFiles.open(List.of(file), key(HandoverKey.Kind.EC), new SecureRandom()));
        assertEquals(file + " cannot be opened with this key", fault.getMessage());
    }

    @Test
    void damageAnywhereIsNoticed() throws IOException {
        PinStore.Stored stored = store(NOW, PIN, generate(HandoverKey.Kind.EC));
        Path file = pins.resolve(stored.file());
        PrivateKey key = key(HandoverKey.Kind.EC);
        byte[] whole = Files.readAllBytes(file);
        Set<String> messages = new HashSet<>();
        for (int at = 0; at < whole.length; at += 1 + whole.length / 60) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x40;
            Files.write(file, damaged);
            try (PinDocument opened =
                    HandoverFiles.open(List.of(file), key, new SecureRandom()).get(0)) {
                assertEquals(PIN, Letters.text(opened), "byte " + at); // bytes that name the recipient do not matter
            } catch (FileFault fault) {
                String message = fault.getMessage().replace(file.toString(), "FILE"); // whose name has figures too
                assertFalse(message.contains("80"), message);
                messages.add(message);
            }
        }
        assertTrue(messages.contains("FILE is damaged, or not a hand-over file"), messages.toString());
        assertTrue(messages.contains("FILE cannot be opened with this key"), messages.toString());
    }

    @Test
    void aSecondPinForAKeyLeavesTheFirstFile() throws IOException {
        X509Certificate certificate = generate(HandoverKey.Kind.EC);
        store(NOW, "111", certificate);
        store(NOW, "222", certificate);
        store(NOW.plusSeconds(60), "333", certificate);
        List<PinDocument> all =
                HandoverFiles.open(HandoverFiles.of(List.of(pins)), key(HandoverKey.Kind.EC), new SecureRandom());
        assertEquals(3, all.size());
        assertEquals(
                List.of("333"), Letters.newest(all).stream().map(Letters::text).toList());
        try (Stream<Path> files = Files.list(pins)) {
            assertTrue(files.allMatch(file -> file.toString().endsWith(".p7m")));
        }
    }

    @Test
    void noFileHoldsThePinInClear() throws IOException {
        store(NOW, "80417263", generate(HandoverKey.Kind.RSA), generate(HandoverKey.Kind.EC));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("80417263"), file.toString());
            }
        }
    }

    @Test
    void aWrongPassphraseIsSaid() {
        generate(HandoverKey.Kind.EC);
        UsageException refused = assertThrows(
                UsageException.class,
                () -> HandoverKey.read(keyFile(HandoverKey.Kind.EC), () -> Secret.copyOf(new byte[] {1})));
        assertEquals("this passphrase does not open the key " + keyFile(HandoverKey.Kind.EC), refused.getMessage());
    }

    @Test
    void aKeyIsNeverWrittenOverAnother() throws IOException {
        generate(HandoverKey.Kind.EC);
        byte[] before = Files.readAllBytes(keyFile(HandoverKey.Kind.EC));
        assertThrows(FileFault.class, () -> generate(HandoverKey.Kind.EC));
        assertArrayEquals(before, Files.readAllBytes(keyFile(HandoverKey.Kind.EC)));
    }

    @Test
    void anExpiredCertificateIsRefusedBeforeTheBatch() {
        X509Certificate certificate = generate(HandoverKey.Kind.EC);
        Instant later = NOW.plus(Duration.ofDays(5 * 365 + 1));
        assertThrows(UsageException.class, () -> store(later, PIN, certificate));
        assertFalse(Files.exists(pins));
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedBeforeTheBatch() throws IOException {
        X509Certificate certificate = generate(HandoverKey.Kind.EC);
        Files.writeString(pins, "a file in its place");
        assertThrows(FileFault.class, () -> store(NOW, PIN, certificate));
    }

    @Test
    void lettersAreOnePageAPersonAndNothingInThemIsMarkup() throws IOException {
        X509Certificate certificate = generate(HandoverKey.Kind.EC);
        store(NOW, PIN, certificate);
        List<PinDocument> documents =
                HandoverFiles.open(HandoverFiles.of(List.of(pins)), key(HandoverKey.Kind.EC), new SecureRandom());
        Path letters = folder.resolve("letters.html");
        Letters.write(List.of(documents.get(0), documents.get(0)), letters);
        String html = Files.readString(letters);
        assertEquals(2, html.split("<section class=\"letter\">", -1).length - 1);
        assertTrue(html.contains("<h1>Alice &lt;Ng&gt; \u674e</h1>"), html);
        assertTrue(html.contains("<p class=\"pin\">80&quot;41\\7\u00fc</p>"), html);
        assertTrue(html.contains("<th>Marking on the key</th><td>WARD7&#x2F;0001</td>")
                || html.contains("<th>Marking on the key</th><td>WARD7/0001</td>"));
        assertFalse(html.contains("http:") || html.contains("https:") || html.contains("src="), html);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(letters)));
    }
}

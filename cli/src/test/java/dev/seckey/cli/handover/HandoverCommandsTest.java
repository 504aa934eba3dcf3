package dev.seckey.cli.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.metadata.CertificateFile;
import dev.seckey.ctap2.pinuv.Pin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code seckey handover …}. */
class HandoverCommandsTest {
    @TempDir
    Path folder;

    private Bench bench() {
        return new Bench(folder.resolve("home"));
    }

    private Path keygen() {
        Ran ran = bench().typing("a long passphrase").run("handover", "keygen", "--out", folder.toString());
        assertEquals(ExitCode.DONE, ran.code(), ran.everything());
        return folder.resolve("handover-key.pem");
    }

    private void store(String pin) {
        KeyIdentity key = new KeyIdentity(
                "serial:7",
                Optional.of("7"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("WARD7-0001"),
                false);
        try (PinStore store = HandoverFolder.open(
                        folder.resolve("pins"),
                        CertificateFile.read(folder.resolve("handover-cert.pem")),
                        new SecureRandom(),
                        Clock.fixed(Bench.NOW, ZoneOffset.UTC));
                Pin bytes = Pin.takingUtf8(pin.getBytes(StandardCharsets.UTF_8))) {
            store.store(key, Optional.empty(), bytes);
        }
    }

    private Ran open(String passphrase, String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(
                new String[] {
                    "handover",
                    "open",
                    folder.resolve("pins").toString(),
                    "--key-file",
                    folder.resolve("handover-key.pem").toString()
                },
                0,
                all,
                0,
                5);
        System.arraycopy(more, 0, all, 5, more.length);
        return bench().typing(passphrase).run(all);
    }

    @Test
    void thePrivateKeyIsItsOwnersAndEncrypted() throws IOException {
        Path key = keygen();
        assertTrue(Files.readString(key).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        Ran again = bench().typing("a long passphrase").run("handover", "keygen", "--out", folder.toString());
        assertEquals(ExitCode.STORAGE, again.code());
    }

    @Test
    void aShortPassphraseOrTwoDifferentOnesMakeNothing() throws IOException {
        Ran brief = bench().typing("short").run("handover", "keygen", "--out", folder.toString());
        Ran other = bench().typing("a long passphrase")
                .typing("another one")
                .run("handover", "keygen", "--out", folder.toString());
        assertEquals(ExitCode.USAGE, brief.code());
        assertEquals(ExitCode.USAGE, other.code());
        assertFalse(Files.exists(folder.resolve("handover-key.pem")));
    }

    @Test
    void pinsAreShownOnlyWhenThatIsAskedFor() {
        keygen();
        store("80417263");
        Ran silent = open("a long passphrase");
        assertEquals(ExitCode.USAGE, silent.code());
        assertFalse(silent.everything().contains("80417263"));
        assertEquals(
                "WARD7-0001                80417263\n",
                open("a long passphrase", "--show").out());
        Path file = folder.resolve("pins.txt");
        Ran toFile = open("a long passphrase", "-o", file.toString());
        assertEquals(ExitCode.DONE, toFile.code());
        assertFalse(toFile.everything().contains("80417263"));
    }

    @Test
    void whatIsOpenedIntoAFileIsItsOwnersAlone() throws IOException {
        keygen();
        store("80417263");
        Path file = folder.resolve("pins.json");
        open("a long passphrase", "--json", "-o", file.toString());
        assertTrue(Files.readString(file).contains("\"pin\": \"80417263\""));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aWrongPassphraseOpensNothing() {
        keygen();
        store("80417263");
        Ran ran = open("a wrong passphrase", "--show");
        assertEquals(ExitCode.USAGE, ran.code());
        assertEquals("", ran.out());
    }

    @Test
    void lettersHoldTheNewestPinOfAKey() throws IOException {
        Path key = keygen();
        store("80417263");
        store("39254617");
        Files.writeString(folder.resolve("passphrase"), "a long passphrase\n");
        Path letters = folder.resolve("letters.html");
        Ran ran = bench().run(
                        "handover",
                        "letters",
                        folder.resolve("pins").toString(),
                        "--key-file",
                        key.toString(),
                        "--passphrase-file",
                        folder.resolve("passphrase").toString(),
                        "--out",
                        letters.toString());
        assertEquals(ExitCode.DONE, ran.code(), ran.everything());
        assertEquals("1 older PIN for the same key was left out\n", ran.err().replaceAll("(?m)^passphrase.*\n", ""));
        assertTrue(ran.out().contains("1 page; print it, and then delete the file"), ran.out());
        assertTrue(Files.readString(letters).contains("WARD7-0001"));
    }
}

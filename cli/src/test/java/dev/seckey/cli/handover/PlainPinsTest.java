package dev.seckey.cli.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.pinuv.Pin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainPinsTest {
    private static final KeyIdentity KEY = new KeyIdentity(
            "serial:7",
            Optional.of("7"),
            Optional.empty(),
            Optional.of("YubiKey 5 NFC"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("WARD7/0001"),
            false);

    @TempDir
    Path folder;

    @Test
    void pinsInClearGoIntoAFileOfTheirOwners() throws IOException {
        Path file = folder.resolve("pins.csv");
        for (String pin : List.of("8041\"7", "739254")) {
            try (PinStore store = PlainPins.open(file);
                    Pin bytes = Pin.takingUtf8(pin.getBytes(StandardCharsets.UTF_8))) {
                store.store(KEY, Optional.of(Person.of("E1", "=1+1")), bytes);
            }
        }
        assertEquals(
                List.of(
                        "key,serial,asset,person id,name,pin",
                        "\"serial:7\",\"7\",\"WARD7/0001\",\"E1\",\"'=1+1\",\"8041\"\"7\"",
                        "\"serial:7\",\"7\",\"WARD7/0001\",\"E1\",\"'=1+1\",\"739254\""),
                Files.readAllLines(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThrows(UsageException.class, () -> PlainPins.open(file));
    }

    /** All else on the line is in the ledger too, and of the PINs of eight digits a computer tries all in a minute. */
    @Test
    void theLedgerGetsNoDigestOfAFileThatHoldsPinsInClear() {
        try (PinStore store = PlainPins.open(folder.resolve("pins.csv"));
                Pin pin = Pin.takingUtf8("73925418".getBytes(StandardCharsets.UTF_8))) {
            assertEquals(
                    new PinStore.Stored("pins.csv", Optional.empty()),
                    store.store(KEY, Optional.of(Person.of("E1", "Ada")), pin));
        }
    }
}

package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.transport.StatusWord;
import dev.seckey.ctap2.u2f.U2fRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("key.state");
    }

    private KeyInHand plugIn() {
        return plugIn(KeyInHand.profile());
    }

    private KeyInHand plugIn(Profile profile) {
        return new KeyInHand(profile, StateFile.open(file, profile));
    }

    @Test
    void theKeyIsTheSameInTheNextProcess() {
        KeyInHand first = plugIn();
        AttestedCredential wrapped = Requests.verified(first.send(Requests.make()));
        AttestedCredential kept = Requests.verified(first.send(Requests.makeDiscoverable(Requests.user("Ada"))));
        first.send(new PinClient(first, 2).set(PIN));
        first.key.close();

        KeyInHand second = plugIn();
        assertTrue(second.info().has(Option.CLIENT_PIN));
        Requests.verify(second.send(Requests.get(wrapped.credentialId())), wrapped);
        Requests.verify(second.send(Requests.get()), kept);
    }

    @Test
    void countersNeverGoBackAfterACrash() throws IOException {
        KeyInHand first = plugIn();
        AttestedCredential credential = Requests.verified(first.send(Requests.make()));
        Assertion before = first.send(Requests.get(credential.credentialId()));
        byte[] asTheCrashLeftIt = Files.readAllBytes(file);
        first.key.close();
        Files.write(file, asTheCrashLeftIt);

        Assertion after = plugIn().send(Requests.get(credential.credentialId()));
        assertTrue(after.authData().signCount() > before.authData().signCount());
    }

    @Test
    void aTryIsGoneInTheNextProcessToo() {
        Profile withPin = KeyInHand.profile().withPin(PIN);
        KeyInHand first = plugIn(withPin);
        assertEquals(CtapStatus.PIN_INVALID, first.status(new PinClient(first, 2).legacy("4321")));
        first.key.close();
        assertEquals(7, new PinClient(plugIn(withPin), 2).retries());
    }

    @Test
    void whatChangesNothingIsNotWritten() throws IOException {
        KeyInHand key = plugIn();
        Files.delete(file);
        key.info();
        assertFalse(Files.exists(file));
        key.send(Requests.make());
        assertTrue(Files.exists(file));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayReadTheFile() throws IOException {
        plugIn();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void onlyOneHasItAtATime() {
        KeyInHand first = plugIn();
        FileFault fault = assertThrows(FileFault.class, this::plugIn);
        assertEquals("the simulated key in " + file + " is in use by another process", fault.getMessage());
        first.key.close();
        plugIn();
    }

    @Test
    void aDamagedFileIsRefusedAndLeftAsItIs() throws IOException {
        plugIn().key.close();
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);

        FileFault fault = assertThrows(FileFault.class, this::plugIn);
        assertEquals(file + " is damaged, or holds no simulated key; it was left as it is", fault.getMessage());
        assertArrayEquals(damaged, Files.readAllBytes(file));
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        plugIn().key.close();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        FileFault fault = assertThrows(FileFault.class, this::plugIn);
        assertEquals(file + " is damaged, or holds no simulated key; it was left as it is", fault.getMessage());
    }

    @Test
    void anotherProfilesFileIsRefused() {
        plugIn().key.close();
        Profile other = SimulatedProfiles.named("pin-set").orElseThrow();
        FileFault fault = assertThrows(FileFault.class, () -> plugIn(other));
        assertEquals(file + " holds a simulated key \"level2\", not \"pin-set\"", fault.getMessage());
    }

    @Test
    void whatCannotBeKeptIsNotDone() throws IOException {
        KeyInHand key = plugIn();
        Files.delete(file);
        Files.createDirectory(file);
        Files.createFile(file.resolve("in the way"));
        assertEquals(CtapStatus.OTHER, key.status(Requests.make()));
        Bytes word = key.u2f(new U2fRegister(Requests.HASH, Requests.HASH));
        assertEquals(StatusWord.OTHER.number(), word.uint16(word.size() - 2));
    }
}

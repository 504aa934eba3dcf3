package dev.seckey.ctap2.yubico;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.server.SoftApduPipe;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.soft.StateFile;
import dev.seckey.ctap2.transport.ApduLengths;
import dev.seckey.ctap2.transport.CardLink;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.CtapNfc;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import dev.seckey.ctap2.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client and the key's side of the management protocol, through both framings. */
class SimulatedYubiKeyTest {
    private static final Bytes LOCK = Bytes.fromHex("000102030405060708090a0b0c0d0e0f");
    private static final Set<Application> FIDO = Set.of(Application.U2F, Application.FIDO2);

    private static SoftAuthenticator fido() {
        return new SoftAuthenticator(SimulatedProfiles.named("level2").orElseThrow(), Environment.ofThisMachine());
    }

    private static ManagementLink overUsb(RequestHandler key) {
        CtapHid device = CtapHid.open(new SoftHidPipe(key, Ticker.SYSTEM), Trace.NONE, new SecureRandom(), exchange());
        return new HidManagement(device, SimulatedYubiKeyTest::exchange);
    }

    private static ManagementLink onReader(RequestHandler key) {
        return CardManagement.select(new CardLink(new SoftApduPipe(key), ApduLengths.SHORT, Trace.NONE));
    }

    private static Exchange exchange() {
        return Exchange.within(Duration.ofSeconds(10));
    }

    private static List<ManagementLink> bothWays(Supplier<RequestHandler> key) {
        return List.of(overUsb(key.get()), onReader(key.get()));
    }

    @Test
    void itsInformationIsReadOverBothFramings() {
        for (ManagementLink link : bothWays(() -> SimulatedYubiKey.of(fido()))) {
            DeviceInfo info = new Management(link).read();
            assertEquals(Optional.of("5.7.1"), info.firmware());
            assertEquals(Optional.of(12_345_678L), info.serial());
            assertEquals(Optional.of(false), info.pinComplexity());
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (ManagementLink link : bothWays(() -> SimulatedYubiKey.of(fido()))) {
            Management management = new Management(link);
            management.write(new DeviceConfig(Optional.empty(), Optional.of(FIDO), true, Optional.empty(), false));
            assertEquals(FIDO, management.read().enabled(Transport.NFC));
            assertTrue(management.read().enabled(Transport.USB).contains(Application.OATH));
            assertTrue(management.read().isNfcRestricted());
        }
    }

    @Test
    void aLockedKeyWantsItsCode() {
        for (ManagementLink link : bothWays(() -> SimulatedYubiKey.locked(fido(), LOCK, 0))) {
            Management management = new Management(link);
            assertTrue(management.read().isLocked());
            assertThrows(TransportFault.class, () -> management.write(onlyFido(Optional.empty())));
            assertFalse(management.read().enabled(Transport.NFC).equals(FIDO));
            try (LockCode code = LockCode.takingHex(LOCK.hex().getBytes(StandardCharsets.US_ASCII))) {
                management.write(onlyFido(Optional.of(code)));
            }
            assertEquals(FIDO, management.read().enabled(Transport.NFC));
        }
    }

    private static DeviceConfig onlyFido(Optional<LockCode> code) {
        return new DeviceConfig(Optional.empty(), Optional.of(FIDO), false, code, false);
    }

    @Test
    void anotherKeyHasNoManagement() {
        Management overUsb = new Management(overUsb(fido()));
        assertEquals(
                Reason.UNSUPPORTED,
                assertThrows(TransportFault.class, overUsb::read).reason());
        assertEquals(
                Reason.UNSUPPORTED,
                assertThrows(TransportFault.class, () -> onReader(fido())).reason());
    }

    @Test
    void fidoIsThereAsBeforeOnceItIsSelectedAgain() {
        SoftApduPipe pipe = new SoftApduPipe(SimulatedYubiKey.of(fido()));
        CardManagement.select(new CardLink(pipe, ApduLengths.SHORT, Trace.NONE));
        CtapNfc card = CtapNfc.open(pipe, ApduLengths.SHORT, Trace.NONE, Sleeper.SYSTEM);
        assertEquals(0, card.cbor(Bytes.ofInts(0x04), exchange()).at(0));
    }

    @Test
    void itLetsGoOfItsFileWhenItIsClosed(@TempDir Path folder) {
        Profile profile = SimulatedProfiles.named("level2").orElseThrow();
        Path file = folder.resolve("key.cbor");
        SimulatedYubiKey.of(new SoftAuthenticator(profile, Environment.ofThisMachine(), StateFile.open(file, profile)))
                .close();
        assertDoesNotThrow(() -> StateFile.open(file, profile).close());
    }
}

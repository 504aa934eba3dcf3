package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.LargeBlobs;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On a software authenticator, through CTAPHID. */
class LargeBlobStorageTest {
    private static final Bytes MINE = Bytes.fromHex("11".repeat(32));
    private static final Bytes THEIRS = Bytes.fromHex("22".repeat(32));
    private static final Bytes HELLO = Bytes.utf8("hello");

    private final SecureRandom random = new SecureRandom();
    private final Ctap2 session = new Ctap2(
            CtapHid.open(
                    new SoftHidPipe(
                            new SoftAuthenticator(
                                    SimulatedProfiles.named("pin-set").orElseThrow(), Environment.ofThisMachine()),
                            Ticker.SYSTEM),
                    Trace.NONE,
                    random,
                    exchange()),
            LargeBlobStorageTest::exchange);
    private final LargeBlobStorage storage = new LargeBlobStorage(session, random);

    private static Exchange exchange() {
        return Exchange.within(Duration.ofSeconds(20));
    }

    private PinUvAuthToken token() {
        try (Pin pin = Pin.takingUtf8(SimulatedProfiles.PIN.getBytes(StandardCharsets.US_ASCII))) {
            return PinUv.of(session, random).token(pin, Set.of(Permission.LARGE_BLOB_WRITE), Optional.empty(), false);
        }
    }

    private void put(Bytes content, Bytes key) {
        storage.put(token(), content, key, false);
    }

    /** Writes an array whose hash is wrong, as another program might have. */
    private void damage() {
        Bytes broken = Bytes.fromHex("80" + "00".repeat(16));
        LargeBlobs command = LargeBlobs.write(0, broken, Optional.of(broken.size()));
        assertThrows(
                RuntimeException.class,
                () -> session.send(command.with(token().authenticate(command.authenticated()))));
    }

    @Test
    void aNewKeyHoldsAnEmptyArray() {
        assertEquals(LargeBlobArray.EMPTY, storage.read());
        assertEquals(17, storage.read().serializedSize());
    }

    @Test
    void whatIsPutIsThere() {
        put(HELLO, MINE);
        assertEquals(Optional.of(HELLO), storage.read().get(MINE));
        assertEquals(Optional.empty(), storage.read().get(THEIRS));
    }

    @Test
    void aBlobTakesThePlaceOfItsForerunner() {
        put(HELLO, MINE);
        put(Bytes.utf8("again"), MINE);
        assertEquals(1, storage.read().elements().size());
        assertEquals(Optional.of(Bytes.utf8("again")), storage.read().get(MINE));
    }

    @Test
    void aBlobThatTakesManyFragmentsIsWholeAgain() {
        byte[] noise = new byte[3000];
        random.nextBytes(noise);
        put(Bytes.of(noise), MINE);
        assertEquals(Optional.of(Bytes.of(noise)), storage.read().get(MINE));
    }

    /** Sealed by python-fido2 0.9.1: key 00..1f, nonce 00..0b. */
    @Test
    void aBlobInZlibsWrappingIsReadToo() {
        LargeBlobArray array = LargeBlobArray.parse(Bytes.fromHex("81a30158293f9e9d300f2a9733256d5e437e3a35a6cf1fb036f0"
                + "47487a40a3d6088bebe8e0c858f6ddb02c5704ef024c000102030405060708090a0b0311"
                + "b0639b275fe943bcf3cca34d4c8cec0d"));

        Bytes key = Bytes.fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        assertEquals(Optional.of(Bytes.utf8("from python-fido2")), array.get(key));
        assertEquals(0, array.unowned(List.of(key)));
    }

    @Test
    void theBlobsOfOthersAreKept() {
        put(HELLO, THEIRS);
        put(HELLO, MINE);
        assertTrue(storage.delete(token(), MINE, false));
        assertFalse(storage.delete(token(), MINE, false));
        assertEquals(Optional.of(HELLO), storage.read().get(THEIRS));
    }

    @Test
    void whatAnotherWroteSinceTheLastReadingIsKept() {
        assertEquals(LargeBlobArray.EMPTY, storage.read());
        new LargeBlobStorage(session, random).put(token(), HELLO, THEIRS, false);
        put(HELLO, MINE);
        assertEquals(Optional.of(HELLO), storage.read().get(THEIRS));
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsSent() {
        put(HELLO, THEIRS);
        byte[] noise = new byte[storage.capacity()];
        random.nextBytes(noise);
        TransportFault fault = assertThrows(TransportFault.class, () -> put(Bytes.of(noise), MINE));
        assertTrue(fault.getMessage().startsWith("there is no room"), fault.getMessage());
        assertEquals(Optional.of(HELLO), storage.read().get(THEIRS));
    }

    @Test
    void garbageIsWhatNoKeyOpens() {
        put(HELLO, THEIRS);
        put(HELLO, MINE);
        assertEquals(1, storage.read().unowned(List.of(MINE)));
        assertEquals(1, storage.collectGarbage(token(), List.of(MINE)));
        assertEquals(1, storage.read().elements().size());
        assertEquals(0, storage.collectGarbage(token(), List.of(MINE)));
    }

    @Test
    void aWrongHashReadsAsEmptyAndDamaged() {
        LargeBlobArray array = LargeBlobArray.parse(Bytes.fromHex("80" + "00".repeat(16)));
        assertTrue(array.damaged());
        assertEquals(List.of(), array.elements());
    }

    @Test
    void theKeyItselfRefusesAWrongHash() {
        damage();
        assertEquals(LargeBlobArray.EMPTY, storage.read());
    }

    /** CTAP 2.3 §6.10.1. */
    @Test
    void theEmptyArrayIsTheOneThatTheSpecificationGives() {
        assertEquals(Bytes.fromHex("8076be8b528d0075f7aae98d6fa57a6d3c"), LargeBlobArray.EMPTY.serialize());
    }
}

package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.LargeBlobs;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CTAP 2.3 §6.10.2. */
class LargeBlobsHandlerTest {
    /** CTAP 2.3 §6.10: the initial serialized large-blob array. */
    private static final Bytes INITIAL = Bytes.fromHex("8076be8b528d0075f7aae98d6fa57a6d3c");

    private static final int MOST = 1136;

    private KeyInHand key = KeyInHand.plain();

    private static Bytes array(int contentSize) {
        Bytes content = Bytes.of(new byte[contentSize]);
        return content.plus(content.sha256().slice(0, 16));
    }

    private Bytes read(int offset, int count) {
        return key.send(LargeBlobs.read(offset, count)).config();
    }

    @Test
    void aNewKeyHoldsTheInitialArray() {
        assertEquals(INITIAL, read(0, MOST));
        assertEquals(INITIAL.slice(3, 5), read(3, 2));
        assertEquals(Bytes.EMPTY, read(17, 10));
    }

    @Test
    void anArrayIsWrittenInPieces() {
        Bytes array = array(2000);
        assertEquals(CtapStatus.OK, key.status(LargeBlobs.write(0, array.slice(0, MOST), Optional.of(array.size()))));
        assertEquals(INITIAL, read(0, MOST));
        assertEquals(CtapStatus.OK, key.status(LargeBlobs.write(MOST, array.from(MOST), Optional.empty())));
        assertEquals(array, read(0, MOST).plus(read(MOST, MOST)));
    }

    @ParameterizedTest(name = "get {0} set {1} offset {2} length {3}: {4}")
    @CsvSource({
        ",     ,   0,  ,     INVALID_PARAMETER",
        "1,    1,  0,  ,     INVALID_PARAMETER",
        "1,     ,  0,  20,   INVALID_PARAMETER",
        "1137,  ,  0,  ,     INVALID_LENGTH",
        "1,     ,  18, ,     INVALID_PARAMETER",
        ",    1137, 0, 2000, INVALID_LENGTH",
        ",    20,  0,  ,     INVALID_PARAMETER",
        ",    20,  0,  4097, LARGE_BLOB_STORAGE_FULL",
        ",    16,  0,  16,   INVALID_PARAMETER",
        ",    21,  0,  20,   INVALID_PARAMETER",
        ",    20,  20, 40,   INVALID_PARAMETER",
        ",    20,  20, ,     INVALID_SEQ",
        ",    20,  0,  20,   INTEGRITY_FAILURE"
    })
    void refuses(Integer get, Integer set, int offset, Integer length, CtapStatus expected) {
        LargeBlobs request = new LargeBlobs(
                Optional.ofNullable(get),
                Optional.ofNullable(set).map(size -> Bytes.of(new byte[size])),
                offset,
                Optional.ofNullable(length),
                Optional.empty());
        assertEquals(expected, key.status(request));
        assertEquals(INITIAL, read(0, MOST));
    }

    @Test
    void aReadTakesNoProof() {
        PinUvAuth proof = new PinUvAuth(INITIAL, 2);
        assertEquals(
                CtapStatus.INVALID_PARAMETER, key.status(LargeBlobs.read(0, 1).with(proof)));
    }

    @Test
    void aKeyWithAPinIsWrittenByItsOwner() {
        key = KeyInHand.withPin();
        Bytes array = array(10);
        LargeBlobs bare = LargeBlobs.write(0, array, Optional.of(array.size()));
        assertEquals(CtapStatus.PUAT_REQUIRED, key.status(bare));
        assertEquals(CtapStatus.MISSING_PARAMETER, key.status(bare.with(new PinUvAuth(INITIAL, 0))));
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(bare.with(new PinUvAuth(INITIAL, 3))));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(bare.with(new PinUvAuth(INITIAL, 2))));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(proved(bare, Permission.CREDENTIAL_MANAGEMENT)));
        assertEquals(CtapStatus.OK, key.status(proved(bare, Permission.LARGE_BLOB_WRITE)));
        assertEquals(array, read(0, MOST));
    }

    private LargeBlobs proved(LargeBlobs request, Permission permission) {
        PinClient client = new PinClient(key, 2);
        Secret token = client.token(client.withPermissions(PIN, permission.bit(), Optional.empty()));
        return request.with(client.proof(token, request.authenticated()));
    }

    @Test
    void powerUpDropsWhatIsNotWhole() {
        Bytes array = array(2000);
        key.send(LargeBlobs.write(0, array.slice(0, MOST), Optional.of(array.size())));
        key.key.powerCycle();
        assertEquals(CtapStatus.INVALID_SEQ, key.status(LargeBlobs.write(MOST, array.from(MOST), Optional.empty())));
    }
}

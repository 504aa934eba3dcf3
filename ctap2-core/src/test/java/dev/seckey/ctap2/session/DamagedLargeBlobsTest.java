package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.LargeBlobs;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import dev.seckey.ctap2.transport.Exchange;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A key whose large-blob array is damaged, which a whole key lets nobody write: one that answers by script. */
class DamagedLargeBlobsTest {
    private static final int GET_INFO = 0x04;
    private static final Bytes HELLO = Bytes.utf8("hello");
    private static final Bytes KEY = Bytes.of(new byte[32]);

    private Bytes array = Bytes.fromHex("80" + "00".repeat(16));
    private int writes;
    private final Ctap2 session = new Ctap2(new WatchedKey(this::answer), () -> Exchange.within(Duration.ofSeconds(1)));
    private final LargeBlobStorage storage = new LargeBlobStorage(session, new SecureRandom());

    private Bytes answer(Bytes request) {
        if (request.at(0) == GET_INFO) {
            return ok(CborMap.builder()
                    .put(AuthenticatorInfo.VERSIONS, List.of(AuthenticatorInfo.FIDO_2_1))
                    .put(AuthenticatorInfo.AAGUID, Aaguid.NONE)
                    .put(AuthenticatorInfo.OPTIONS, Map.of("largeBlobs", true))
                    .build());
        }
        LargeBlobs command = LargeBlobs.from(Cbor.decodeMap(request.from(1)));
        if (command.set().isPresent()) {
            writes++;
            array = command.set().get();
            return Bytes.ofInts(0);
        }
        return ok(CborMap.builder().put(LargeBlobs.CONFIG, array).build());
    }

    private static Bytes ok(CborMap body) {
        return Bytes.ofInts(0).plus(body.encode());
    }

    private static PinUvAuthToken token() {
        return new PinUvAuthToken(PinUvAuthProtocol.of(1).orElseThrow(), Secret.taking(new byte[32]));
    }

    @Test
    void aDamagedArrayIsNotOverwrittenUnasked() {
        TransportFault fault = assertThrows(TransportFault.class, () -> storage.put(token(), HELLO, KEY, false));
        assertEquals("the large-blob array on the key is damaged (its hash is wrong)", fault.getMessage());
        assertThrows(TransportFault.class, () -> storage.putUnprotected(HELLO, KEY));
        assertThrows(TransportFault.class, () -> storage.delete(token(), KEY, false));
        assertThrows(TransportFault.class, () -> storage.collectGarbage(token(), List.of()));
        assertEquals(0, writes);
    }

    @Test
    void whoSaysSoBeginsAnew() {
        storage.put(token(), HELLO, KEY, true);
        assertEquals(Optional.of(HELLO), storage.read().get(KEY));
    }
}

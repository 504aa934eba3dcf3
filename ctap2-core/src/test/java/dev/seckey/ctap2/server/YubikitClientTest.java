package dev.seckey.ctap2.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.yubico.yubikit.core.Transport;
import com.yubico.yubikit.core.application.CommandState;
import com.yubico.yubikit.core.fido.CtapException;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.soft.UsbConnection;
import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.Ticker;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that others wrote, Yubico's, against both servers. */
class YubikitClientTest {
    private final PuppetKey key = new PuppetKey();
    private final CommandState state = new CommandState();

    @BeforeEach
    void getInfoIsWhatAClientNeeds() {
        key.info = Bytes.fromHex("00 A2 01 81 68 4649444F5F325F30 03 50 000102030405060708090A0B0C0D0E0F");
    }

    @Test
    void itOpensAChannelOverUsb() throws Exception {
        assertOpens(new Ctap2Session(new UsbConnection(new SoftHidPipe(key, Ticker.SYSTEM))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itSelectsTheAppletOnACard(boolean extended) throws Exception {
        assertOpens(new Ctap2Session(new Card(extended)));
    }

    private static void assertOpens(Ctap2Session session) {
        assertEquals(List.of("FIDO_2_0"), session.getCachedInfo().getVersions());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itWaitsForATouch(boolean card) throws Exception {
        key.say(Keepalive.USER_PRESENCE_NEEDED);
        key.finish();

        open(card).selection(state);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itsCancelIsHeard(boolean card) throws Exception {
        key.say(Keepalive.USER_PRESENCE_NEEDED);
        Ctap2Session session = open(card);
        state.cancel();

        CtapException refused = assertThrows(CtapException.class, () -> session.selection(state));
        assertEquals(CtapException.ERR_KEEPALIVE_CANCEL, refused.getCtapError());
    }

    private Ctap2Session open(boolean card) throws Exception {
        return card
                ? new Ctap2Session(new Card(false))
                : new Ctap2Session(new UsbConnection(new SoftHidPipe(key, Ticker.SYSTEM)));
    }

    private final class Card implements SmartCardConnection {
        private final SoftApduPipe pipe = new SoftApduPipe(key);
        private final boolean extended;

        Card(boolean extended) {
            this.extended = extended;
        }

        @Override
        public byte[] sendAndReceive(byte[] apdu) {
            return pipe.transmit(apdu);
        }

        @Override
        public Transport getTransport() {
            return Transport.NFC;
        }

        @Override
        public boolean isExtendedLengthApduSupported() {
            return extended;
        }

        @Override
        public byte[] getAtr() {
            return ApduServer.ATR.toArray();
        }

        @Override
        public void close() {
            pipe.close();
        }
    }
}

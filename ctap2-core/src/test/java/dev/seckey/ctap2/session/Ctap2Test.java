package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.Done;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.Selection;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.transport.Exchange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class Ctap2Test {
    /** Versions and AAGUID only, so that the limit is 1,024 bytes. */
    private static final Bytes INFO =
            Bytes.fromHex("00 A2 01 81 68 4649444F5F325F30 03 50 000102030405060708090A0B0C0D0E0F");

    private static final int GET_INFO = 0x04;

    private Bytes answer = Bytes.ofInts(0);
    private final WatchedKey key = new WatchedKey(request -> request.at(0) == GET_INFO ? INFO : answer);
    private final Ctap2 session = new Ctap2(key, () -> Exchange.within(Duration.ofSeconds(1)));

    @Test
    void infoIsAskedForOnce() {
        session.info();
        session.info();
        assertEquals(1, key.requests.size());
        session.refreshInfo();
        assertEquals(2, key.requests.size());
    }

    @Test
    void aCommandThatAnswersNothingIsDone() {
        assertEquals(Done.DONE, session.send(new Selection()));
    }

    @Test
    void anEmptyAnswerIsMalformed() {
        answer = Bytes.EMPTY;
        assertThrows(MalformedFault.class, () -> session.send(new Selection()));
    }

    @Test
    void anAnswerThatIsNoCborIsMalformed() {
        answer = Bytes.fromHex("00 FF");
        assertThrows(MalformedFault.class, () -> session.send(ClientPin.getPinRetries()));
    }

    @Test
    void aStatusIsAFaultWithItsReason() {
        answer = Bytes.fromHex("2F");
        AuthenticatorFault fault = assertThrows(AuthenticatorFault.class, () -> session.send(new Selection()));
        assertEquals(CtapStatus.USER_ACTION_TIMEOUT, fault.status());
        assertEquals(Reason.TOUCH_TIMEOUT, fault.reason());
    }

    @Test
    void anUnknownStatusSurvives() {
        answer = Bytes.fromHex("6A");
        AuthenticatorFault fault = assertThrows(AuthenticatorFault.class, () -> session.send(new Selection()));
        assertEquals(0x6A, fault.number());
        assertEquals(CtapStatus.UNASSIGNED, fault.status());
        assertEquals("the key reports an error that the specification does not know (status 0x6A)", fault.getMessage());
    }

    @Test
    void aMessageTooLongForTheKeyIsNotSent() {
        GetAssertion fits = assertion(900);
        GetAssertion tooLong = assertion(1_000);
        answer = Bytes.fromHex("2E");
        assertThrows(AuthenticatorFault.class, () -> session.send(fits));
        int sent = key.requests.size();

        MalformedFault fault = assertThrows(MalformedFault.class, () -> session.send(tooLong));

        assertEquals(CtapStatus.REQUEST_TOO_LARGE, fault.status());
        assertEquals(sent, key.requests.size());
    }

    private static GetAssertion assertion(int idSize) {
        return GetAssertion.of(
                "example.org", Bytes.of(new byte[32]), List.of(CredentialDescriptor.of(Bytes.of(new byte[idSize]))));
    }

    @Test
    void onlyWhatHoldsSecretsIsMarkedAsSecret() {
        session.send(new Selection());
        session.send(ClientPin.getPinRetries());
        assertEquals(List.of(false, false, true), key.secret);
    }

    @Test
    void theDeviceIsClosedWithTheSession() {
        session.close();
        assertTrue(key.closed);
    }
}

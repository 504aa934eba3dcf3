package dev.seckey.transports.nfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.Os;
import javax.smartcardio.CardException;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardNotPresentException;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcscFaultsTest {
    private final PcscFaults faults = new PcscFaults(new AccessAdvice(Os.LINUX), "ACR122U");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "80100003, TRANSPORT_BROKEN",
        "80100009, NO_KEY",
        "8010000B, HELD_BY_ANOTHER",
        "8010000C, KEY_REMOVED",
        "80100013, TRANSPORT_BROKEN",
        "80100016, KEY_REMOVED",
        "80100017, KEY_REMOVED",
        "8010001D, NO_SMARTCARD_SERVICE",
        "8010001E, NO_SMARTCARD_SERVICE",
        "80100066, TRANSPORT_BROKEN",
        "80100068, KEY_BUSY",
        "80100069, KEY_REMOVED",
        "8010006A, ACCESS_DENIED",
        "8010FFFF, TRANSPORT_BROKEN"
    })
    void everyPcscErrorHasAReason(String number, Reason reason) {
        long code = Long.parseLong(number, 16);

        assertEquals(reason, faults.of(new JnaPCSCException(code, "failed")).reason());
        // the binding reports some codes sign-extended
        assertEquals(
                reason, faults.of(new JnaPCSCException((int) code, "failed")).reason());
    }

    @Test
    void aServiceThatDoesNotRunIsFoundInsideTheUncheckedException() {
        Fault fault = faults.of(new EstablishContextException(new JnaPCSCException(0x8010001DL, "no service")));

        assertEquals(Reason.NO_SMARTCARD_SERVICE, fault.reason());
        assertTrue(fault.hint().orElseThrow().contains("pcscd"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0x8010000CL, 0x80100069L})
    void aCardThatWasNeverThereIsNotCalledRemoved(long code) {
        assertEquals(
                Reason.NO_KEY,
                faults.ofOpening(new JnaPCSCException(code, "no card")).reason());
    }

    @Test
    void aCardThatIsNotThereIsFoundInItsOwnException() {
        assertEquals(
                Reason.KEY_REMOVED,
                faults.of(new JnaCardNotPresentException(0x80100069L, "Card not present."))
                        .reason());
    }

    @Test
    void theBindingsComplaintAboutItsBufferMeansThatTheCardDied() {
        assertEquals(
                Reason.KEY_REMOVED,
                faults.of(new IllegalArgumentException("newPosition < 0: (-2 < 0)"))
                        .reason());
    }

    @Test
    void aLibraryThatDoesNotLoadSaysWhatToInstall() {
        Fault fault = faults.of(new UnsatisfiedLinkError("libpcsclite.so.1: cannot open shared object file"));

        assertEquals(Reason.NO_NATIVE_LIBRARY, fault.reason());
        assertTrue(fault.hint().orElseThrow().contains("libpcsclite1"));
    }

    @Test
    void anErrorWithoutANumberKeepsItsWords() {
        Fault fault = faults.of(new CardException("Extended APDU requires T=1"));

        assertEquals(Reason.TRANSPORT_BROKEN, fault.reason());
        assertTrue(fault.getMessage().contains("Extended APDU requires T=1"));
    }
}

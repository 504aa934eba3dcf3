package dev.seckey.ctap2.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CtapStatusTest {
    @ParameterizedTest
    @EnumSource
    void everyStatusIsFoundByItsNumberAndSpeaksInOneLowerCaseClause(CtapStatus status) {
        assertEquals(status, status == CtapStatus.UNASSIGNED ? CtapStatus.of(0x09) : CtapStatus.of(status.number()));
        assertFalse(status.meaning().isBlank());
        assertFalse(status.meaning().contains("\n") || status.meaning().endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({
        "0xDF, UNASSIGNED",
        "0xE0, EXTENSION_SPECIFIC",
        "0xEF, EXTENSION_SPECIFIC",
        "0xF0, VENDOR_SPECIFIC",
        "0xFF, VENDOR_SPECIFIC",
        "0x31, PIN_INVALID",
        "0x09, UNASSIGNED"
    })
    void aByteFromTheKeyBecomesAStatus(String number, CtapStatus status) {
        assertEquals(status, CtapStatus.of(Integer.decode(number)));
    }

    @Test
    void aNumberThatNobodyKnowsSurvivesInTheFault() {
        AuthenticatorFault fault = new AuthenticatorFault(0xF7);
        assertEquals(0xF7, fault.number());
        assertEquals(CtapStatus.VENDOR_SPECIFIC, fault.status());
        assertEquals("the key reports an error that only its maker knows (status 0xF7)", fault.getMessage());
    }
}

package dev.seckey.ctap2.yubico;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManagementTest {
    /** A YubiKey 5C NFC with firmware 5.4.3 and OTP disabled over NFC. */
    private static final String KEY_54 =
            "0102023F 0302023F 02040098967F 040103 0503050403 06020000 07010F 080100" + " 0D02023F 0E02023E 0A0100";

    private static DeviceInfo read(String... pages) {
        return new Management(new Pages(pages)).read();
    }

    @Test
    void whatTheKeySaysIsDecoded() {
        DeviceInfo info = read(KEY_54);
        assertEquals(Optional.of(9_999_999L), info.serial());
        assertEquals(Optional.of("5.4.3"), info.firmware());
        assertEquals(FormFactor.USB_C_KEYCHAIN, info.formFactor());
        assertEquals(EnumSet.complementOf(EnumSet.of(Application.HSMAUTH)), info.enabled(Transport.USB));
        assertFalse(info.enabled(Transport.NFC).contains(Application.OTP));
        assertEquals(15, info.challengeResponseTimeout());
        assertFalse(info.isLocked());
        assertFalse(info.isFipsSeries());
        assertEquals(Optional.empty(), info.pinComplexity());
    }

    @Test
    void theFlagsBesideTheFormSayFipsAndSecurityKey() {
        assertTrue(read("040181").isFipsSeries());
        assertTrue(read("040143").isSecurityKeySeries());
        assertEquals(FormFactor.USB_C_KEYCHAIN, read("040143").formFactor());
    }

    @Test
    void theFipsMembersCountTheirBitsDifferently() {
        DeviceInfo info = read("1402001F 15020003");
        assertEquals(
                EnumSet.of(
                        Application.FIDO2, Application.PIV, Application.OPENPGP, Application.OATH, Application.HSMAUTH),
                info.fipsCapable());
        assertEquals(EnumSet.of(Application.FIDO2, Application.PIV), info.fipsApproved());
    }

    @Test
    void furtherPagesAreReadAsLongAsTheKeySaysThatThereAreMore() {
        DeviceInfo info = read("0102023F 100101", "160101 170101 13034B4559");
        assertEquals(Optional.of(true), info.pinComplexity());
        assertTrue(info.isNfcRestricted());
        assertEquals(Optional.of("KEY"), info.partNumber());
    }

    @Test
    void aMemberThatIsNotKnownSurvives() {
        assertEquals(Bytes.fromHex("AB"), read("7E01AB").members().get(0x7E));
    }

    @Test
    void aKeyWithoutSerialNumberHasNone() {
        assertEquals(Optional.empty(), read("0503050701").serial());
    }

    @Test
    void beforeFirmware5WhatIsEnabledCannotBeKnown() {
        assertEquals(Application.of(0x3F), read("01013F 030100 0503040305").enabled(Transport.USB));
    }

    @Test
    void lengthsThatDoNotFitAreRefused() {
        Management cut = new Management(new Pages("0102023F 0302"));
        assertThrows(MalformedFault.class, cut::read);
    }

    @Test
    void onlyWhatChangesIsWritten() {
        Pages link = new Pages();
        new Management(link)
                .write(new DeviceConfig(
                        Optional.empty(), Optional.of(Set.of(Application.FIDO2)), false, Optional.empty(), false));
        assertEquals(Bytes.fromHex("04 0E020200"), link.written.get(0));
    }

    @Test
    void rebootAndLockCodeGoInFront() {
        Pages link = new Pages();
        try (LockCode code =
                LockCode.takingHex("000102030405060708090a0b0c0d0e0f".getBytes(StandardCharsets.US_ASCII))) {
            new Management(link)
                    .write(new DeviceConfig(
                            Optional.of(Set.of(Application.U2F, Application.FIDO2)),
                            Optional.empty(),
                            true,
                            Optional.of(code),
                            true));
        }
        assertEquals(
                Bytes.fromHex("1B 0C00 0B10000102030405060708090A0B0C0D0E0F 03020202 170101"), link.written.get(0));
    }

    @Test
    void aLockCodeOfAnotherFormIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> LockCode.takingHex("0001".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aKeyThatDoesNotKnowTheCommandIsNoYubiKey() {
        ManagementLink refuses = new ManagementLink() {
            @Override
            public Bytes read(int page) {
                throw new TransportFault(Reason.UNSUPPORTED, "the key does not know this command");
            }

            @Override
            public void write(Bytes config) {
                throw new AssertionError();
            }
        };
        TransportFault fault = assertThrows(TransportFault.class, new Management(refuses)::read);
        assertEquals("this key does not speak the management protocol of YubiKeys", fault.getMessage());
    }
}

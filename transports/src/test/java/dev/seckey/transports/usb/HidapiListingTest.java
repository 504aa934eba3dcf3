package dev.seckey.transports.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import dev.seckey.transports.Os;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hid4java.HidDevice;
import org.junit.jupiter.api.Test;

class HidapiListingTest {
    private static final int FIDO_SIGN_EXTENDED = 0xFFFFF1D0;
    private static final int KEYBOARD = 0x0001;

    private static HidDevice device(String path, int usagePage) {
        HidDevice device = mock(HidDevice.class);
        when(device.getPath()).thenReturn(path);
        when(device.getUsagePage()).thenReturn(usagePage);
        when(device.getProduct()).thenReturn("Key ");
        when(device.getVendorId()).thenReturn(0x1050);
        return device;
    }

    private static List<KeyRef> list(Os os, boolean allowed, HidDevice... devices) {
        return new HidapiListing(() -> List.of(devices), new AccessAdvice(os), () -> allowed).list();
    }

    @Test
    void theUsagePageComesSignExtendedAndStillCounts() {
        KeyRef key = list(Os.WINDOWS, true, device("a", FIDO_SIGN_EXTENDED)).get(0);

        assertEquals("usb:a", key.selector());
        assertEquals("Key", key.product());
        assertEquals("", key.manufacturer(), "hidapi knew none");
        assertEquals(Optional.empty(), key.serial());
        assertEquals(OptionalInt.of(0x1050), key.vendorId());
        assertTrue(key.openable());
    }

    @Test
    void otherDevicesAreNotListed() {
        assertEquals(List.of(), list(Os.MAC, true, device("a", KEYBOARD)));
    }

    @Test
    void aPathThatMacOsListsTwiceIsOneKey() {
        assertEquals(
                1,
                list(Os.MAC, true, device("a", FIDO_SIGN_EXTENDED), device("a", FIDO_SIGN_EXTENDED))
                        .size());
    }

    @Test
    void onWindowsWithoutElevationAKeyIsListedButNotOpenable() {
        Obstacle obstacle = list(Os.WINDOWS, false, device("a", FIDO_SIGN_EXTENDED))
                .get(0)
                .obstacle()
                .orElseThrow();

        assertEquals(Reason.ACCESS_DENIED, obstacle.reason());
    }
}

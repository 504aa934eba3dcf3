package dev.seckey.transports.usb;

import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.transports.nfc.NfcReaders;
import java.time.Duration;

/** Started without JNA's native part: says what becomes of both transports, the second time around too. */
public final class NoNativeLibrary {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private NoNativeLibrary() {}

    public static void main(String[] arguments) {
        tell("usb", () -> UsbKeys.system().open("/dev/hidraw0"));
        tell("usb", () -> UsbKeys.system().open("/dev/hidraw0"));
        tell("nfc", () -> NfcReaders.byLibrary().open("A Reader", LIMIT, LIMIT));
    }

    private static void tell(String transport, Runnable use) {
        try {
            use.run();
        } catch (AccessFault e) {
            System.out.println(transport + " " + e.reason());
        }
    }
}

package dev.seckey.transports.usb;

import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.transports.nfc.NfcReaders;

/** Started without JNA's native part: says what becomes of both transports, the second time around too. */
public final class NoNativeLibrary {
    private NoNativeLibrary() {}

    public static void main(String[] arguments) {
        tell("usb", () -> UsbKeys.system().open("/dev/hidraw0"));
        tell("usb", () -> UsbKeys.system().open("/dev/hidraw0"));
        tell("nfc", () -> NfcReaders.system().list());
    }

    private static void tell(String transport, Runnable use) {
        try {
            use.run();
        } catch (AccessFault e) {
            System.out.println(transport + " " + e.reason());
        }
    }
}

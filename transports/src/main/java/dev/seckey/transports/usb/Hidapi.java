package dev.seckey.transports.usb;

import com.sun.jna.Function;
import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.transports.AccessAdvice;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hid4java.HidDevice;
import org.hid4java.HidException;
import org.hid4java.HidServices;
import org.hid4java.HidServicesSpecification;
import org.hid4java.ScanMode;
import org.hid4java.jna.HidApi;
import org.hid4java.jna.HidDeviceStructure;

/** The one place that calls hidapi. Nothing native is loaded before the first call. */
final class Hidapi {
    private final AccessAdvice advice;

    Hidapi(AccessAdvice advice) {
        this.advice = advice;
    }

    /** All HID devices, whatever they are. */
    List<HidDevice> devices() {
        return loaded(() -> new HidServices(quiet()).getAttachedHidDevices());
    }

    /** Opens by path alone: listing all devices first would touch mice and keyboards too. */
    Optional<HidHandle> open(String path) {
        return loaded(() -> {
            HidApi.init();
            return Optional.ofNullable(HidApi.open(path)).map(Handle::new);
        });
    }

    /** Whether this Windows process runs with an administrator's rights. */
    static boolean isElevated() {
        try {
            return Function.getFunction("shell32", "IsUserAnAdmin").invokeInt(new Object[0]) != 0;
        } catch (LinkageError e) {
            return false;
        }
    }

    private <T> T loaded(Supplier<T> call) {
        try {
            // else macOS takes the key from browsers for as long as we have it, and we fail while they have it
            HidApi.darwinOpenDevicesNonExclusive = true;
            return call.get();
        } catch (LinkageError e) {
            throw missing(e);
        } catch (HidException e) {
            throw missing(e.getCause() == null ? e : e.getCause());
        }
    }

    private AccessFault missing(Throwable why) {
        return advice.usbLibrary(why).fault(why);
    }

    /** No scan thread, no shutdown hook. */
    private static HidServicesSpecification quiet() {
        HidServicesSpecification quiet = new HidServicesSpecification();
        quiet.setAutoStart(false);
        quiet.setAutoShutdown(false);
        quiet.setAutoDataRead(false);
        quiet.setScanMode(ScanMode.NO_SCAN);
        return quiet;
    }

    private record Handle(HidDeviceStructure device) implements HidHandle {
        private static final byte NO_REPORT_NUMBER = 0;

        @Override
        public int write(byte[] packet) {
            return HidApi.write(device, packet, packet.length, NO_REPORT_NUMBER);
        }

        @Override
        public int read(byte[] into, int timeoutMillis) {
            return HidApi.read(device, into, timeoutMillis);
        }

        @Override
        public void close() {
            HidApi.close(device);
        }
    }
}

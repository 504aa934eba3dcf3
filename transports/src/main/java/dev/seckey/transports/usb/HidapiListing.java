package dev.seckey.transports.usb;

import dev.seckey.ctap2.transport.Transport;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.hid4java.HidDevice;

/** Finds FIDO devices on macOS and Windows, through hidapi. */
final class HidapiListing implements UsbListing {
    private final Supplier<List<HidDevice>> devices;
    private final AccessAdvice advice;
    private final BooleanSupplier allowed;

    /** @param allowed whether the system lets this process open such devices, as far as that can be told beforehand */
    HidapiListing(Supplier<List<HidDevice>> devices, AccessAdvice advice, BooleanSupplier allowed) {
        this.devices = devices;
        this.advice = advice;
        this.allowed = allowed;
    }

    @Override
    public List<KeyRef> list() {
        List<KeyRef> keys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (HidDevice device : devices.get()) {
            // hid4java extends the sign; macOS lists a device once for each of its usages
            if ((device.getUsagePage() & 0xffff) == ReportDescriptor.FIDO_USAGE_PAGE && seen.add(device.getPath())) {
                keys.add(describe(device));
            }
        }
        return keys;
    }

    private KeyRef describe(HidDevice device) {
        Optional<Obstacle> obstacle =
                allowed.getAsBoolean() ? Optional.empty() : Optional.of(advice.usbDenied(device.getPath()));
        return new KeyRef(
                Transport.USB,
                device.getPath(),
                text(device.getProduct()).orElse(""),
                text(device.getManufacturer()).orElse(""),
                text(device.getSerialNumber()),
                OptionalInt.of(device.getVendorId() & 0xffff),
                OptionalInt.of(device.getProductId() & 0xffff),
                obstacle);
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}

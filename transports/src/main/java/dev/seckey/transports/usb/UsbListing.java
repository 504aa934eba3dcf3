package dev.seckey.transports.usb;

import dev.seckey.transports.KeyRef;
import java.util.List;

/** One way to find FIDO devices on USB. */
@FunctionalInterface
interface UsbListing {
    /** All FIDO devices in sight, those included that cannot be opened, in the system's order. */
    List<KeyRef> list();
}

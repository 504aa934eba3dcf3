package dev.seckey.cli.yubikey;

import dev.seckey.cli.keys.OpenManagement;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.yubico.DeviceConfig;
import dev.seckey.ctap2.yubico.DeviceInfo;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes a configuration and reads it back. A key whose USB interfaces change detaches and comes back; it is waited for,
 * and known again by its serial number where it has one.
 */
public final class Reconfiguration {
    private static final long PAUSE_MILLIS = 250;

    private final Supplier<OpenManagement> opener;
    private final Sleeper sleeper;
    private final Deadline deadline;

    /** @param opener opens the same key once more */
    public Reconfiguration(Supplier<OpenManagement> opener, Sleeper sleeper, Deadline deadline) {
        this.opener = opener;
        this.sleeper = sleeper;
        this.deadline = deadline;
    }

    /** @return what the key says afterwards */
    public DeviceInfo apply(OpenManagement key, DeviceInfo before, DeviceConfig change) {
        key.management().write(change);
        boolean comesBack = change.reboot() && !key.simulated();
        DeviceInfo after =
                comesBack ? afterReboot(key, before) : key.management().read();
        requireApplied(change, after);
        return after;
    }

    private DeviceInfo afterReboot(OpenManagement key, DeviceInfo before) {
        key.close();
        Optional<Fault> last = Optional.empty();
        while (!deadline.isPast()) {
            sleeper.sleep(PAUSE_MILLIS);
            try (OpenManagement back = opener.get()) {
                DeviceInfo info = back.management().read();
                if (info.serial().equals(before.serial())) {
                    return info;
                }
            } catch (Fault e) {
                last = Optional.of(e); // not there yet
            }
        }
        throw last.orElseGet(() -> new TransportFault(Reason.KEY_REMOVED, "the key was changed and has not come back"));
    }

    private static void requireApplied(DeviceConfig change, DeviceInfo after) {
        boolean usb = change.usb().map(after.enabled(Transport.USB)::equals).orElse(true);
        boolean nfc = change.nfc().map(after.enabled(Transport.NFC)::equals).orElse(true);
        boolean restricted = !change.restrictNfc() || after.isNfcRestricted();
        if (!usb || !nfc || !restricted) {
            throw new ReadBackFault("the enabled applications are not those that were asked for");
        }
    }
}

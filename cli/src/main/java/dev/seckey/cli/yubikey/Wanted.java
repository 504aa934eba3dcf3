package dev.seckey.cli.yubikey;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.yubico.Application;
import dev.seckey.ctap2.yubico.DeviceInfo;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What shall be enabled and disabled over one transport; both may be empty. */
public record Wanted(Transport over, Set<Application> enable, Set<Application> disable) {
    public Wanted {
        if (enable.stream().anyMatch(disable::contains)) {
            throw new UsageException("an application cannot be both enabled and disabled over " + over.name());
        }
    }

    /**
     * All that will be enabled over this transport, if that is other than now.
     *
     * @throws TransportFault if the key lacks what is to be enabled, or would be left without anything on USB
     */
    public Optional<Set<Application>> change(DeviceInfo now) {
        Set<Application> lacking = copy(enable);
        lacking.removeAll(now.supported(over));
        if (!lacking.isEmpty()) {
            throw new TransportFault(
                    Reason.UNSUPPORTED,
                    "this key does not have " + Application.titles(lacking) + " over " + over.name(),
                    "\"seckey yubikey info\" shows what it has; nothing was changed");
        }
        Set<Application> after = copy(now.enabled(over));
        after.addAll(enable);
        after.removeAll(disable);
        if (after.isEmpty() && over == Transport.USB) {
            throw new TransportFault(
                    Reason.UNSUPPORTED,
                    "a key with nothing enabled over USB could not be reached any more",
                    "leave at least one application; nothing was changed");
        }
        return Optional.of(after).filter(changed -> !changed.equals(now.enabled(over)));
    }

    private static Set<Application> copy(Set<Application> applications) {
        Set<Application> copy = EnumSet.noneOf(Application.class);
        copy.addAll(applications);
        return copy;
    }
}

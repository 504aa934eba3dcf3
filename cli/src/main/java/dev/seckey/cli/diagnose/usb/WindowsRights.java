package dev.seckey.cli.diagnose.usb;

import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.UsbEntry;
import dev.seckey.cli.keys.Listing;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.transports.Os;
import java.util.Set;
import java.util.function.Supplier;

/** Windows: whether this program runs with the rights without which no security key is shown. */
public final class WindowsRights implements Probe {
    private final Supplier<Listing> listing;

    /** @param listing what is in sight */
    public WindowsRights(Supplier<Listing> listing) {
        this.listing = listing;
    }

    @Override
    public String name() {
        return "administrator's rights";
    }

    @Override
    public Set<Os> systems() {
        return Set.of(Os.WINDOWS);
    }

    @Override
    public void run(Report report) {
        report.step("asking Windows for its USB devices");
        boolean hidden = listing.get().blindSpots().stream().anyMatch(spot -> spot.reason() == Reason.ACCESS_DENIED);
        if (hidden) {
            report.found(UsbEntry.NOT_ELEVATED, "this program does not run as administrator");
        } else {
            report.found(UsbEntry.ELEVATED, "this program runs as administrator");
        }
    }
}

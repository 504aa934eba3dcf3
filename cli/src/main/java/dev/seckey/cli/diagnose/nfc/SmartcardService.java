package dev.seckey.cli.diagnose.nfc;

import dev.seckey.cli.diagnose.LinuxPackages;
import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.NfcEntry;
import dev.seckey.cli.keys.Listing;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import dev.seckey.transports.Os;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether the smart card service runs, lets us in, and sees readers. */
public final class SmartcardService implements Probe {
    private final Machine machine;
    private final Map<String, String> environment;
    private final Supplier<Listing> listing;

    /** @param listing what is in sight */
    public SmartcardService(Machine machine, Map<String, String> environment, Supplier<Listing> listing) {
        this.machine = machine;
        this.environment = environment;
        this.listing = listing;
    }

    @Override
    public String name() {
        return "readers for smart cards";
    }

    @Override
    public void run(Report report) {
        report.step("asking the smart card service for its readers");
        Listing seen = listing.get();
        seen.blindSpots().forEach(spot -> blind(spot, report));
        List<KeyRef> readers = seen.keys().stream()
                .filter(key -> key.transport() == Transport.NFC)
                .toList();
        readers.forEach(reader -> describe(reader, report));
        if (readers.isEmpty() && seen.blindSpots().stream().noneMatch(SmartcardService::isOurs)) {
            report.found(NfcEntry.NO_READER, "the service runs and names no reader");
            if (machine.os() == Os.LINUX) {
                driver(report);
            }
        }
        if (environment.getOrDefault("SESSIONNAME", "").startsWith("RDP-")) {
            report.found(NfcEntry.REMOTE_DESKTOP, "session " + environment.get("SESSIONNAME"));
        }
    }

    private static boolean isOurs(Obstacle spot) {
        return spot.what().contains("smart card");
    }

    private void blind(Obstacle spot, Report report) {
        if (!isOurs(spot)) {
            return;
        }
        boolean linux = machine.os() == Os.LINUX;
        switch (spot.reason()) {
            case NO_SMARTCARD_SERVICE -> report.found(NfcEntry.NO_SERVICE, spot.what(), starting());
            case NO_NATIVE_LIBRARY ->
                report.found(
                        NfcEntry.NO_LIBRARY,
                        spot.what(),
                        linux ? List.of(LinuxPackages.install(machine, "pcscd", "pcsc-lite")) : List.of());
            case ACCESS_DENIED ->
                report.found(NfcEntry.DENIED, spot.what(), linux ? List.of("sudo seckey diagnose") : List.of());
            default -> report.found(NfcEntry.NO_SERVICE, spot.what());
        }
    }

    private List<String> starting() {
        return switch (machine.os()) {
            case LINUX ->
                Stream.concat(
                                machine.exists("/usr/sbin/pcscd")
                                        ? Stream.empty()
                                        : Stream.of(LinuxPackages.install(machine, "pcscd", "pcsc-lite")),
                                Stream.of("sudo systemctl enable --now pcscd.socket"))
                        .toList();
            case WINDOWS -> List.of("sc query SCardSvr", "sc config SCardSvr start= demand");
            case MAC -> List.of();
        };
    }

    private static void describe(KeyRef reader, Report report) {
        boolean empty = reader.obstacle().isPresent();
        report.found(
                empty ? NfcEntry.EMPTY : NfcEntry.READERS, reader.path() + (empty ? "" : ", with something on it"));
    }

    private void driver(Report report) {
        report.step("looking for readers that the service does not see");
        ReaderDrivers drivers = new ReaderDrivers(machine);
        List<String> kernel = drivers.inKernel();
        if (!kernel.isEmpty()) {
            report.found(
                    NfcEntry.KERNEL_DRIVER,
                    "the kernel's driver " + String.join(", ", kernel) + " has it",
                    kernel.stream()
                            .flatMap(name -> Stream.of(
                                    "sudo modprobe --remove " + name,
                                    "echo 'blacklist " + name + "' | sudo tee /etc/modprobe.d/" + name + ".conf"))
                            .toList());
        } else if (drivers.readerOnUsb()) {
            report.found(
                    NfcEntry.NO_DRIVER,
                    "a USB device of the class for smart card readers is plugged in"
                            + (drivers.installed() ? "; a driver is installed" : "; no driver is installed"),
                    drivers.installed()
                            ? List.of("sudo systemctl restart pcscd")
                            : List.of(
                                    LinuxPackages.install(machine, "libccid", "pcsc-lite-ccid"),
                                    "sudo systemctl restart pcscd"));
        }
    }
}

package dev.seckey.cli.diagnose.nfc;

import dev.seckey.cli.diagnose.Machine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Linux's own files tell of readers on USB and of those who drive them. */
final class ReaderDrivers {
    /** The USB class of smart card readers (CCID). */
    private static final String SMART_CARD = "0b";

    /** The kernel's drivers for chips that are in readers too. */
    private static final List<String> KERNEL = List.of("pn533_usb", "port100", "nfcmrvl_usb");

    private final Machine machine;

    ReaderDrivers(Machine machine) {
        this.machine = machine;
    }

    /** Whether a USB interface of that class is plugged in. */
    boolean readerOnUsb() {
        return Machine.entries(machine.at("/sys/bus/usb/devices")).stream()
                .anyMatch(device ->
                        Machine.text(device.resolve("bInterfaceClass")).equals(Optional.of(SMART_CARD)));
    }

    /** Whether the smart card service has a driver for that class. */
    boolean installed() {
        return Stream.of("/usr/lib/pcsc/drivers", "/usr/lib64/pcsc/drivers")
                .flatMap(folder -> Machine.entries(machine.at(folder)).stream())
                .anyMatch(file -> file.getFileName().toString().startsWith("ifd-ccid"));
    }

    /** The kernel's drivers that have a device: a link with a colon in its name. */
    List<String> inKernel() {
        return KERNEL.stream()
                .filter(driver -> Machine.entries(machine.at("/sys/bus/usb/drivers/" + driver)).stream()
                        .anyMatch(link -> link.getFileName().toString().contains(":")))
                .toList();
    }
}

package dev.seckey.cli.diagnose.usb;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.UsbEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** YubiKeys whose FIDO interface is switched off: their USB product number tells which interfaces are on. */
public final class YubiKeyInterfaces implements Probe {
    private static final String YUBICO = "1050";

    private static final Pattern WINDOWS_ID = Pattern.compile("(?i)USB\\\\VID_1050&PID_([0-9A-F]{4})");
    private static final Pattern MAC_DEVICE = Pattern.compile("(?s)\\+-o (.*?)(?=\\+-o |\\z)");
    private static final Pattern MAC_YUBICO = Pattern.compile("\"idVendor\" = 4176\\b");
    private static final Pattern MAC_PRODUCT = Pattern.compile("\"idProduct\" = (\\d{1,5})\\b");

    /** Products without FIDO, and what is on in them. */
    private static final Map<String, String> WITHOUT_FIDO = Map.of(
            "0110", "one-time passwords",
            "0111", "one-time passwords and smart card",
            "0112", "smart card",
            "0401", "one-time passwords",
            "0404", "smart card",
            "0405", "one-time passwords and smart card");

    private final Machine machine;

    public YubiKeyInterfaces(Machine machine) {
        this.machine = machine;
    }

    @Override
    public String name() {
        return "YubiKeys without FIDO";
    }

    @Override
    public void run(Report report) {
        report.step("reading the list of USB devices");
        products()
                .filter(WITHOUT_FIDO::containsKey)
                .forEach(product -> report.found(
                        UsbEntry.FIDO_OFF,
                        "a YubiKey (USB device " + YUBICO + ":" + product + ") on which only "
                                + WITHOUT_FIDO.get(product) + " is on",
                        commands(product)));
    }

    /** The smart card interface is one way to switch it on, another reader the other. */
    private static List<String> commands(String product) {
        return WITHOUT_FIDO.get(product).contains("smart card")
                ? List.of("seckey yubikey applications --enable-usb fido2,u2f", "ykman config usb --enable FIDO2")
                : List.of("ykman config usb --enable FIDO2");
    }

    private Stream<String> products() {
        return switch (machine.os()) {
            case LINUX ->
                Machine.entries(machine.at("/sys/bus/usb/devices")).stream()
                        .filter(device ->
                                Machine.text(device.resolve("idVendor")).equals(Optional.of(YUBICO)))
                        .flatMap(device -> Machine.text(device.resolve("idProduct")).stream());
            case WINDOWS ->
                WINDOWS_ID
                        .matcher(machine.programs()
                                .run("pnputil", "/enum-devices", "/connected")
                                .orElse(""))
                        .results()
                        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                        .distinct();
            case MAC ->
                MAC_DEVICE
                        .matcher(machine.programs()
                                .run("ioreg", "-p", "IOUSB", "-w0", "-l")
                                .orElse(""))
                        .results()
                        .map(found -> found.group(1))
                        .filter(device -> MAC_YUBICO.matcher(device).find())
                        .flatMap(device -> MAC_PRODUCT.matcher(device).results())
                        .map(found -> String.format("%04x", Integer.parseInt(found.group(1))));
        };
    }
}

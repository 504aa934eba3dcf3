package dev.seckey.cli.diagnose.usb;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.transports.KeyRef;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What udev, Linux's device manager, has to do with a key: its rules, and what it made of the device. */
final class DeviceRules {
    private static final List<String> FOLDERS =
            List.of("/etc/udev/rules.d", "/run/udev/rules.d", "/usr/lib/udev/rules.d", "/lib/udev/rules.d");

    /** systemd since 244 knows security keys by their report descriptor; older rules list makers. */
    private static final Pattern GENERAL = Pattern.compile("fido_id|ID_FIDO_TOKEN|ID_SECURITY_TOKEN|f1d0");

    private final Machine machine;

    DeviceRules(Machine machine) {
        this.machine = machine;
    }

    /** Whether a rule names security keys, or this key's maker. */
    boolean cover(KeyRef key) {
        String maker = vendor(key);
        Pattern wanted = maker.isEmpty()
                ? GENERAL
                : Pattern.compile(GENERAL.pattern() + "|(?i)hidraw[^\\n]*\\b" + maker + "\\b");
        return FOLDERS.stream()
                .flatMap(folder -> Machine.entries(machine.at(folder)).stream())
                .filter(file -> file.toString().endsWith(".rules"))
                .flatMap(file -> Machine.text(file).stream())
                .flatMap(DeviceRules::active)
                .anyMatch(line -> wanted.matcher(line).find());
    }

    private static Stream<String> active(String rules) {
        return rules.replace("\\\n", " ")
                .lines()
                .filter(line -> !line.stripLeading().startsWith("#"));
    }

    /** Whether udev marked the device for the person at the screen. */
    boolean handedOut(String node) {
        return machine.text("/sys/class/hidraw/" + node + "/dev")
                .flatMap(number -> machine.text("/run/udev/data/c" + number))
                .map(data -> data.lines().anyMatch(line -> line.equals("G:uaccess") || line.equals("Q:uaccess")))
                .orElse(false);
    }

    /** The lines that make a rule for this key's maker and use it. */
    static List<String> toAdd(KeyRef key) {
        String maker = vendor(key).toUpperCase(Locale.ROOT);
        String rule = "KERNEL==\"hidraw*\", SUBSYSTEM==\"hidraw\", KERNELS==\"*:" + (maker.isEmpty() ? "*" : maker)
                + ":*\", TAG+=\"uaccess\"";
        return Stream.concat(
                        Stream.of("echo '" + rule + "' | sudo tee /etc/udev/rules.d/70-security-key.rules"),
                        toApply().stream())
                .toList();
    }

    static List<String> toApply() {
        return List.of(
                "sudo udevadm control --reload", "sudo udevadm trigger --action=change --subsystem-match=hidraw");
    }

    private static String vendor(KeyRef key) {
        return key.vendorId().isPresent() ? String.format("%04x", key.vendorId().getAsInt()) : "";
    }
}

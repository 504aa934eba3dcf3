package dev.seckey.cli.diagnose.usb;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Processes;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.UsbEntry;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Os;
import dev.seckey.transports.usb.UsbKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Linux: the security keys that the kernel knows, whether this user may open them, why not, and who has them open. */
public final class LinuxAccess implements Probe {
    private static final String AS_ADMINISTRATOR = "sudo seckey diagnose";

    private final Machine machine;
    private final Map<String, String> environment;
    private final DeviceRules rules;

    public LinuxAccess(Machine machine, Map<String, String> environment) {
        this.machine = machine;
        this.environment = environment;
        this.rules = new DeviceRules(machine);
    }

    @Override
    public String name() {
        return "keys on USB";
    }

    @Override
    public Set<Os> systems() {
        return Set.of(Os.LINUX);
    }

    @Override
    public void run(Report report) {
        report.step("reading the kernel's list of devices");
        List<KeyRef> keys = UsbKeys.of(Os.LINUX, machine.root()).list();
        if (keys.isEmpty()) {
            none(report);
        }
        if (keys.size() > 1) {
            report.found(
                    UsbEntry.SEVERAL,
                    keys.size() + " keys: "
                            + String.join(
                                    ", ",
                                    keys.stream().map(LinuxAccess::describe).toList()));
        }
        for (KeyRef key : keys) {
            access(key, report);
            holders(key, report);
        }
    }

    private void none(Report report) {
        boolean inWindows = machine.text("/proc/version")
                .map(text -> text.toLowerCase(Locale.ROOT).contains("microsoft"))
                .orElse(false);
        if (inWindows) {
            report.found(UsbEntry.WSL, "the kernel is Microsoft's");
        } else if (!machine.exists("/sys/class/hidraw")) {
            report.found(UsbEntry.NO_HIDRAW, "/sys/class/hidraw is missing");
        } else {
            report.found(UsbEntry.NO_DEVICE, "no device of that kind is in /sys/class/hidraw");
        }
    }

    private void access(KeyRef key, Report report) {
        String node = key.path().substring(key.path().lastIndexOf('/') + 1);
        Path file = machine.at(key.path());
        Sandbox sandbox = Sandbox.of(machine, environment);
        if (!Files.exists(file)) {
            missing(key, sandbox, report);
        } else if (machine.openable().test(file)) {
            report.found(UsbEntry.OPENS, describe(key));
        } else {
            denied(key, node, describe(key) + ": " + rights(file), sandbox, report);
        }
    }

    private void missing(KeyRef key, Sandbox sandbox, Report report) {
        String seen = describe(key) + ": the file is not there";
        switch (sandbox) {
            case CONTAINER ->
                report.found(UsbEntry.CONTAINER, seen, "docker run --device=" + key.path() + " IMAGE seckey diagnose");
            case FLATPAK -> report.found(UsbEntry.FLATPAK, seen, flatpak());
            case SNAP -> report.found(UsbEntry.SNAP, seen, snap());
            case NONE -> report.found(UsbEntry.NODE_MISSING, seen);
        }
    }

    private void denied(KeyRef key, String node, String seen, Sandbox sandbox, Report report) {
        if (sandbox == Sandbox.FLATPAK) {
            report.found(UsbEntry.FLATPAK, seen, flatpak());
        } else if (sandbox == Sandbox.SNAP) {
            report.found(UsbEntry.SNAP, seen, snap());
        } else if (!rules.handedOut(node) && group(machine.at(key.path())).isPresent()) {
            String group = group(machine.at(key.path())).get();
            report.found(
                    UsbEntry.NOT_ALLOWED,
                    seen + "; it is for members of the group " + group,
                    "sudo usermod --append --groups " + group + " \"$USER\"");
        } else if (!rules.handedOut(node) && rules.cover(key)) {
            report.found(UsbEntry.RULE_NOT_APPLIED, seen, DeviceRules.toApply());
        } else if (!rules.handedOut(node)) {
            report.found(UsbEntry.NO_RULE, seen, DeviceRules.toAdd(key));
        } else if (environment.containsKey("SSH_CONNECTION")) {
            report.found(UsbEntry.OVER_SSH, seen, AS_ADMINISTRATOR);
        } else if (environment.getOrDefault("XDG_SEAT", "").isEmpty()) {
            report.found(UsbEntry.NO_SEAT, seen, AS_ADMINISTRATOR);
        } else {
            report.found(UsbEntry.NOT_ALLOWED, seen + "; seat " + environment.get("XDG_SEAT"), AS_ADMINISTRATOR);
        }
    }

    private static String flatpak() {
        return "flatpak override --user --device=all dev.seckey.seckey";
    }

    private String snap() {
        return "sudo snap connect " + environment.getOrDefault("SNAP_NAME", "seckey") + ":u2f-devices";
    }

    private static Optional<PosixFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.getFileAttributeView(file, PosixFileAttributeView.class)
                    .readAttributes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The group that may read and write, unless it is the administrator's own. */
    private static Optional<String> group(Path file) {
        return attributes(file)
                .filter(found -> found.permissions()
                        .containsAll(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE)))
                .map(found -> found.group().getName())
                .filter(group -> !group.equals("root"));
    }

    private static String rights(Path file) {
        return attributes(file)
                .map(found -> "rights " + PosixFilePermissions.toString(found.permissions()) + ", owner "
                        + found.owner().getName() + ", group "
                        + found.group().getName())
                .orElse("its rights cannot be read");
    }

    private void holders(KeyRef key, Report report) {
        report.step("looking which programs have " + key.path() + " open");
        List<Processes.Running> holding = new Processes(machine).holding(key.path());
        if (!holding.isEmpty()) {
            report.found(UsbEntry.HELD, describe(key) + ": open in " + Processes.line(holding));
        }
    }

    private static String describe(KeyRef key) {
        return key.product() + " at " + key.path();
    }
}

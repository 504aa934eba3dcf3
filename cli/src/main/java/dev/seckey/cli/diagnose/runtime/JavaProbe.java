package dev.seckey.cli.diagnose.runtime;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.RunEntry;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.transports.Os;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Java, the native library for USB, and whether there is a terminal. */
public final class JavaProbe implements Probe {
    private static final Pattern HIDAPI = Pattern.compile("\\s(/\\S*hidapi\\S*)");
    private static final Set<String> PROCESSORS =
            Set.of("amd64", "x86_64", "x86", "i386", "aarch64", "arm64", "arm", "riscv64");

    private final Machine machine;
    private final Consumer<String> openUsb;

    /** @param openUsb opens a path on USB, and thereby loads the library */
    public JavaProbe(Machine machine, Consumer<String> openUsb) {
        this.machine = machine;
        this.openUsb = openUsb;
    }

    @Override
    public String name() {
        return "Java and its surroundings";
    }

    @Override
    public void run(Report report) {
        String processor = System.getProperty("os.arch", "");
        report.found(
                RunEntry.JAVA,
                "Java " + Runtime.version() + " of " + System.getProperty("java.vendor") + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", " + processor);
        if (!PROCESSORS.contains(processor)) {
            report.found(RunEntry.OLD_SYSTEM, "processor " + processor);
        }
        report.step("looking for a terminal");
        if (hasTerminal()) {
            report.found(RunEntry.TERMINAL, "a PIN can be asked for");
        } else {
            report.found(RunEntry.NO_TERMINAL, "no window to type into");
        }
        report.step("loading the library for USB devices");
        library(report);
    }

    private boolean hasTerminal() {
        if (machine.os() == Os.WINDOWS) {
            return System.console() != null;
        }
        try (FileInputStream opened = new FileInputStream(machine.at("/dev/tty").toFile())) {
            return opened.getFD().valid();
        } catch (IOException e) {
            return false;
        }
    }

    private void library(Report report) {
        try {
            openUsb.accept(machine.at("/dev/no-such-key").toString());
        } catch (Fault e) {
            if (e.reason() == Reason.NO_NATIVE_LIBRARY) {
                report.found(
                        RunEntry.NO_LIBRARY,
                        e.getMessage() + e.hint().map(hint -> "; " + hint).orElse(""));
                return;
            }
            // it is loaded, and there is no such key
        }
        String file = machine.text("/proc/self/maps")
                .flatMap(maps ->
                        HIDAPI.matcher(maps).results().map(JavaProbe::path).findFirst())
                .orElse("");
        if (file.startsWith("/usr/") || file.startsWith("/lib")) {
            report.found(RunEntry.SYSTEM_LIBRARY, file);
        } else {
            report.found(RunEntry.LIBRARY, file.isEmpty() ? "it could be loaded" : "the one that comes with seckey");
        }
    }

    private static String path(MatchResult found) {
        return found.group(1);
    }
}

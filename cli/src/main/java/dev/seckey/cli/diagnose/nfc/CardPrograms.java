package dev.seckey.cli.diagnose.nfc;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Processes;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.NfcEntry;
import dev.seckey.transports.Os;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Linux: programs that are known to hold readers, and how each is ended; a line that begins with kill wants a number. */
public final class CardPrograms implements Probe {
    private static final Map<String, String> ENDING = Map.of(
            "scdaemon", "gpgconf --kill scdaemon",
            "gsd-smartcard", "systemctl --user stop org.gnome.SettingsDaemon.Smartcard.target",
            "ykman", "kill -INT",
            "seckey", "kill -INT");

    private final Machine machine;

    public CardPrograms(Machine machine) {
        this.machine = machine;
    }

    @Override
    public String name() {
        return "programs that use smart cards";
    }

    @Override
    public Set<Os> systems() {
        return Set.of(Os.LINUX);
    }

    @Override
    public void run(Report report) {
        report.step("reading the list of programs that run");
        List<Processes.Running> running = running(machine);
        if (!running.isEmpty()) {
            report.found(NfcEntry.HOLDERS, Processes.line(running), ending(running));
        }
    }

    /** Those that run now; none where that cannot be told. */
    public static List<Processes.Running> running(Machine machine) {
        return machine.os() == Os.LINUX
                ? new Processes(machine)
                        .all().stream()
                                .filter(program -> ENDING.containsKey(program.name()))
                                .toList()
                : List.of();
    }

    /** The lines that end them. */
    public static List<String> ending(List<Processes.Running> programs) {
        return programs.stream().map(CardPrograms::ending).distinct().toList();
    }

    private static String ending(Processes.Running program) {
        String line = ENDING.get(program.name());
        return line.startsWith("kill") ? line + " " + program.pid() : line;
    }
}

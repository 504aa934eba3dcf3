package dev.seckey.cli.diagnose.runtime;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.RunEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Whether the clock shows a day before this program was made; whether it is ahead only the network can tell. */
public final class ClockProbe implements Probe {
    private final Machine machine;
    private final Clock clock;
    private final LocalDate made;

    /** @param made a day on which this version did not exist yet, or was just made */
    public ClockProbe(Machine machine, Clock clock, LocalDate made) {
        this.machine = machine;
        this.clock = clock;
        this.made = made;
    }

    @Override
    public String name() {
        return "the clock";
    }

    @Override
    public void run(Report report) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.isBefore(made)) {
            report.found(RunEntry.CLOCK_BEHIND, "it shows " + today + ", and seckey knows " + made, setting());
        } else {
            report.found(RunEntry.CLOCK, "it shows " + today);
        }
    }

    private List<String> setting() {
        return switch (machine.os()) {
            case LINUX -> List.of("sudo timedatectl set-ntp true");
            case WINDOWS -> List.of("w32tm /resync");
            case MAC -> List.of("sudo sntp -sS time.apple.com");
        };
    }
}

package dev.seckey.cli.diagnose.runtime;

import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.RunEntry;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.metadata.IndexHeader;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** How old the list of certified keys is. */
public final class MetadataProbe implements Probe {
    private static final String UPDATE = "seckey metadata update";

    private final Supplier<IndexHeader> header;
    private final LocalDate today;
    private final int mostDays;

    /** @param mostDays how old it may be before nothing is judged by it */
    public MetadataProbe(Supplier<IndexHeader> header, LocalDate today, int mostDays) {
        this.header = header;
        this.today = today;
        this.mostDays = mostDays;
    }

    @Override
    public String name() {
        return "the list of certified keys";
    }

    @Override
    public void run(Report report) {
        report.step("reading the list of certified keys");
        IndexHeader list;
        try {
            list = header.get();
        } catch (Fault e) {
            report.found(RunEntry.METADATA_DAMAGED, e.getMessage(), UPDATE);
            return;
        }
        String seen = list.origin() + ", of " + list.dated(today);
        Optional<LocalDate> stale = list.staleSince(today);
        if (list.ageDays(today) > mostDays) {
            report.found(RunEntry.METADATA_OLD, seen + "; at most " + mostDays + " days are allowed", UPDATE);
        } else if (stale.isPresent()) {
            report.found(RunEntry.METADATA_STALE, seen + "; due since " + stale.get(), UPDATE);
        } else {
            report.found(RunEntry.METADATA, seen);
        }
    }
}

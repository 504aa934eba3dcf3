package dev.seckey.cli.diagnose.network;

import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.NetEntry;

/** Which of the ranges that call back a firewall's list lets in. It concerns servers, and is looked at only when asked. */
public final class AllowListProbe implements Probe {
    private final Profile profile;
    private final AllowList list;

    public AllowListProbe(Profile profile, AllowList list) {
        this.profile = profile;
        this.list = list;
    }

    @Override
    public String name() {
        return "the allow list";
    }

    @Override
    public void run(Report report) {
        if (list.ranges().isEmpty()) {
            report.found(NetEntry.EMPTY_ALLOW_LIST, "no address range in it");
            return;
        }
        for (Profile.Inbound inbound : profile.inbound()) {
            for (AddressRange range : inbound.ranges()) {
                report.found(entry(list.extent(range)), range + ", for " + inbound.name());
            }
        }
    }

    private static NetEntry entry(AllowList.Extent extent) {
        return switch (extent) {
            case ALL -> NetEntry.LET_IN;
            case SOME -> NetEntry.PARTLY_LET_IN;
            case NONE -> NetEntry.NOT_LET_IN;
        };
    }
}

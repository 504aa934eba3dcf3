package dev.seckey.cli.diagnose.network;

import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.Resolver;
import dev.seckey.cli.diagnose.catalogue.NetEntry;
import java.net.UnknownHostException;

/** Whether the name service is honest: names under "invalid" never exist (RFC 6761 §6.4). */
public final class ResolverProbe implements Probe {
    private static final String NEVER = "seckey-diagnose.invalid";

    private final Resolver resolver;

    public ResolverProbe(Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public String name() {
        return "the name service";
    }

    @Override
    public void run(Report report) {
        report.step("asking the name service for a name that cannot exist");
        try {
            report.found(
                    NetEntry.LYING_RESOLVER,
                    NEVER + " is said to be " + resolver.resolve(NEVER).get(0).getHostAddress());
        } catch (UnknownHostException e) {
            report.note(NEVER + " is not known, as it should be");
        }
    }
}

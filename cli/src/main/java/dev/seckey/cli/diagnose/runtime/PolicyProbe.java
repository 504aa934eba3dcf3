package dev.seckey.cli.diagnose.runtime;

import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.RunEntry;
import dev.seckey.cli.policy.Policies;
import dev.seckey.cli.policy.PolicyException;
import dev.seckey.cli.policy.Problem;
import dev.seckey.ctap2.fault.Fault;
import java.nio.file.Path;
import java.util.List;

/** Whether the policy files in seckey's home can be read. */
public final class PolicyProbe implements Probe {
    private final Policies policies;

    public PolicyProbe(Policies policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "the policy files";
    }

    @Override
    public void run(Report report) {
        report.step("reading the policy files");
        try {
            List<Path> files = policies.files();
            files.forEach(file -> check(file, report));
            report.found(
                    RunEntry.POLICY,
                    Policies.builtIn().size() + " are built in, " + files.size() + " are in the folder of policies");
        } catch (Fault e) {
            report.found(RunEntry.POLICY_BROKEN, e.getMessage());
        }
    }

    private static void check(Path file, Report report) {
        try {
            Policies.read(file);
        } catch (PolicyException e) {
            Problem first = e.problems().get(0); // its words quote the file
            report.found(
                    RunEntry.POLICY_BROKEN,
                    file + ": line " + first.line() + ", column " + first.column(),
                    "seckey policy check \"" + file + "\"");
        } catch (Fault e) {
            report.found(RunEntry.POLICY_BROKEN, e.getMessage());
        }
    }
}

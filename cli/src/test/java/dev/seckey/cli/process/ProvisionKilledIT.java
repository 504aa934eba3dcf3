package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed (SIGKILL) at many moments: the ledger is whole, and later runs bring the key to its end. */
class ProvisionKilledIT {
    private static final int KILLS = Integer.getInteger("seckey.provision.kills", 25);
    private static final String POLICY = """
            minimum-level = "L2"
            [provision]
            pin = "random"
            min-pin-length = 6
            force-pin-change = true
            always-uv = true
            enterprise-attestation = true
            """;

    @TempDir
    private Path folder;

    private List<String> provision(int number, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "provision",
                "--policy",
                folder.resolve("ward.toml").toString(),
                "--home",
                folder.resolve("home").toString(),
                "--ledger",
                folder.resolve("ledger-" + number).toString(),
                "--pins-plain",
                folder.resolve("pins-" + number).toString(),
                "--key",
                "virtual:level2@" + folder.resolve("key-" + number)));
        Collections.addAll(arguments, more);
        return arguments;
    }

    @Test
    void aRunThatIsKilledIsTakenUpByTheNext() throws IOException {
        Files.writeString(folder.resolve("ward.toml"), POLICY);
        long whole = timeOfOneThatIsLeftAlone();
        int interrupted = 0;
        for (int number = 1; number <= KILLS; number++) {
            try (Running run = Seckey.HERE.start(provision(number).toArray(String[]::new))) {
                run.awaitErr("leave the key in its place");
                LockSupport.parkNanos(whole * number / KILLS);
                run.kill();
                interrupted += run.end().out().contains("DONE") ? 0 : 1;
            }
            converge(number);
        }
        assertTrue(interrupted > KILLS / 3, "only " + interrupted + " were interrupted before their end");
    }

    /** From the first look at the key to the end, in nanoseconds: the kills are spread over as much. */
    private long timeOfOneThatIsLeftAlone() {
        try (Running run = Seckey.HERE.start(provision(0).toArray(String[]::new))) {
            run.awaitErr("leave the key in its place");
            long start = System.nanoTime();
            run.end().ended(0);
            return System.nanoTime() - start;
        }
    }

    private void converge(int number) {
        String ledger = folder.resolve("ledger-" + number).toString();
        String home = folder.resolve("home").toString();
        Seckey.HERE.run("ledger", "check", "--ledger", ledger, "--home", home).ended(0);
        Outcome next =
                Seckey.HERE.run(provision(number, "--reset-unfinished", "--yes").toArray(String[]::new));
        assertTrue(next.ended(0).out().matches("(?s)SIMULATED (DONE|ALREADY IN ORDER) .*"), next::toString);
        Outcome info = Seckey.HERE.run("info", "--json", "--key", "virtual:level2@" + folder.resolve("key-" + number));
        info.ended(0).has("/info/forcePINChange", "true").has("/info/options/alwaysUv", "true");
        Seckey.HERE.run("ledger", "check", "--ledger", ledger, "--home", home).ended(0);
    }
}

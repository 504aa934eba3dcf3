package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.transports.real.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a key waits for a touch. */
class InterruptIT {
    /** NFCCTAP_GETRESPONSE with P1 11, which ends what the key is at (CTAP 2.3 §11.3.7.2). */
    private static final String CANCEL = "> 8011110000";

    private static final String CLAIM = "claimed, not proved yet: SIMULATED security key, Level 2\n";
    private static final String TOUCH = "touch the key now: it is blinking\n";

    @TempDir
    private Path folder;

    private PcscIsland island;

    @BeforeEach
    void inhabit() {
        RealParts.require("pcscd");
        island = PcscIsland.inhabit(folder);
    }

    @AfterEach
    void leave() {
        if (island != null) {
            island.close();
        }
    }

    @Test
    void theFirstGivesTheKeyItsCancelAndLeavesItUsable() throws IOException {
        Path trace = folder.resolve("trace");
        try (Running card = island.lay("--approve", "never");
                Running verify = island.seckey().start("verify", "--trust-simulated", "--trace", trace.toString())) {
            verify.awaitErr(TOUCH);
            verify.signal("INT");

            verify.end().ended(130).printedNothing().said("seckey: cancelled");
            List<String> sent = Files.readAllLines(trace).stream()
                    .filter(line -> line.contains("> "))
                    .toList();
            assertTrue(sent.get(sent.size() - 1).endsWith(CANCEL), sent::toString);
            island.seckey().run("info").ended(0);
        }
    }

    @Test
    void theSecondEndsTheProcessEvenIfTheKeyHangs() {
        try (Running card = island.lay("--approve", "never");
                Running verify = island.seckey().start("verify", "--trust-simulated")) {
            verify.awaitErr(TOUCH);
            card.signal("STOP");
            verify.signal("INT");
            verify.signal("INT");

            Outcome halted = verify.end().ended(130).printedNothing();
            assertEquals(CLAIM + TOUCH, halted.err(), "halted, without a last word");
        }
    }

    @Test
    void aRequestToTerminateIsAnInterruptToo() {
        try (Running card = island.lay("--approve", "never");
                Running verify = island.seckey().start("verify", "--trust-simulated")) {
            verify.awaitErr(TOUCH);
            verify.signal("TERM");

            verify.end().ended(130).printedNothing();
            island.seckey().run("info").ended(0);
        }
    }
}

package dev.seckey.cli.process;

import dev.seckey.transports.real.RealParts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandFamiliesOverPcscdIT extends CommandFamilies {
    /** NFCCTAP_GETRESPONSE with P1 11, which ends what the key is at (CTAP 2.3 §11.3.7.2). */
    private static final String CANCEL = "> 8011110000";

    private PcscIsland island;

    @Override
    @BeforeAll
    void presentKey() {
        RealParts.require("pcscd");
        island = PcscIsland.inhabit(folder);
        super.presentKey();
    }

    @Override
    @AfterAll
    void takeAway() {
        super.takeAway();
        if (island != null) {
            island.close();
        }
    }

    @Override
    SimulatedKey present(String... options) {
        return SimulatedKey.overPcscd(island, options);
    }

    @Override
    SimulatedKey presentAnother(String... options) {
        return SimulatedKey.onSecondReader(island, options);
    }

    @Override
    boolean isCancel(String sent) {
        return sent.endsWith(CANCEL);
    }

    /** Somebody else has it. */
    @Override
    Outcome whereAccessIsDenied(String line) {
        try (SimulatedKey held = presentAnother("--approve", "never");
                Running holder = held.start("select")) {
            holder.awaitErr("touch the key");
            return held.run(line).printedNothing().said("another program holds reader " + PcscIsland.SECOND_READER);
        }
    }

    @Test
    void winkIsForUsbAlone() {
        key().run("wink --json").ended(7).printedNothing().said("a key can wink only over USB");
    }

    @Test
    void reset() {
        try (SimulatedKey before = presentAnother("--profile", "pin-set");
                Running reset = before.start("reset --yes --json")) {
            reset.awaitErr("take the key off the reader now\n");
            before.close();
            reset.awaitErr("lay it on the reader again");
            try (SimulatedKey after = presentAnother("--profile", "pin-set")) {
                reset.end().ended(0).has("/done", "true");
                after.run("pin status --json").ended(0).has("/pinSet", "false");
            }
        }
    }
}

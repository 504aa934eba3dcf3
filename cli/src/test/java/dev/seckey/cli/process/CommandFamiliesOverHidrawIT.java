package dev.seckey.cli.process;

import dev.seckey.transports.real.RealParts;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandFamiliesOverHidrawIT extends CommandFamilies {
    /** CTAPHID_CANCEL with no data, on the first channel that the key gave (CTAP 2.3 §11.2.9.1.5). */
    private static final String CANCEL = "> 00000001910000";

    @BeforeAll
    static void realParts() {
        RealParts.require("umockdev");
    }

    @Override
    SimulatedKey present(String... options) {
        return SimulatedKey.overHidraw(folder, options);
    }

    @Override
    SimulatedKey presentAnother(String... options) {
        return present(options);
    }

    @Override
    boolean isCancel(String sent) {
        return sent.contains(CANCEL);
    }

    @Override
    Outcome whereAccessIsDenied(String line) {
        return OverHidrawIT.asNobody(key())
                .run(Stream.concat(Stream.of(line.split(" ")), Stream.of("--key", key().selector()))
                        .toArray(String[]::new));
    }

    @Test
    void wink() {
        key().run("wink --json").ended(0).has("/selector", key().selector());
    }

    /** The device of this rig cannot come back: see UhidVmIT. */
    @Test
    void resetIsOnlyPlanned() {
        key().run("reset --dry-run --json").ended(0).has("/done", "false").has("/losses/1", "all passkeys");
    }
}

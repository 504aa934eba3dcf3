package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.transports.real.RealParts;
import dev.seckey.transports.real.Rigs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A box of keys, laid on a reader one after another; what became of each is read by another party's program. */
class ProvisionOverPcscdIT {
    private static final int KEYS = Integer.getInteger("seckey.provision.keys", 20);
    private static final String POLICY = """
            minimum-level = "L2"
            [provision]
            pin = "random"
            min-pin-length = 6
            force-pin-change = true
            always-uv = true
            enterprise-attestation = true
            asset-label = "WARD7-{n:04}"
            """;

    @TempDir
    private Path folder;

    @Test
    void aBoxOfKeysIsSetUpAsThePolicySaysAndNoPinIsSeenAnywhereElse() throws IOException {
        RealParts.require("pcscd");
        RealParts.require("python3-fido2");
        Files.writeString(folder.resolve("ward.toml"), POLICY);
        try (PcscIsland island = PcscIsland.inhabit(folder);
                Running provision = island.seckey()
                        .start(
                                "provision",
                                "--policy",
                                folder.resolve("ward.toml").toString(),
                                "--home",
                                folder.resolve("home").toString(),
                                "--pins-plain",
                                folder.resolve("pins.csv").toString(),
                                "--trace",
                                folder.resolve("trace.txt").toString(),
                                "--trust-simulated",
                                "--count",
                                Integer.toString(KEYS))) {
            provision.awaitErr("plug in a key");
            String script =
                    new Rigs(folder).unpack("python-fido2-state-over-pcsc.py").toString();
            for (int number = 1; number <= KEYS; number++) {
                try (Running card = island.lay("--profile", "level2")) {
                    provision.awaitErr("remove the key (" + number + " of " + KEYS + ")");
                    Outcome state = island.seckey()
                            .run(List.of("/usr/bin/python3", script))
                            .ended(0);
                    assertEquals("pin True forced True least 6 always-uv True ep True\n", state.out());
                }
            }
            Outcome ended = provision.end().ended(0).printed("done                   " + KEYS);
            noPinIsIn(ended);
        }
    }

    private void noPinIsIn(Outcome ended) throws IOException {
        List<String> pins = Files.readAllLines(folder.resolve("pins.csv")).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1).replace("\"", ""))
                .toList();
        assertEquals(KEYS, pins.stream().distinct().count());
        assertTrue(pins.stream().allMatch(pin -> pin.matches("[0-9]{8}")), "eight digits each");
        PinSearch.requireNone(pins, ended, folder, List.of(folder.resolve("pins.csv")));
    }
}

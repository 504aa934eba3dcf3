package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.transports.real.RealParts;
import dev.seckey.transports.real.Rigs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
        StringBuilder all = new StringBuilder(ended.out()).append(ended.err());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("pins.csv")) {
                    all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        String everything = all.toString();
        pins.forEach(pin -> {
            assertFalse(everything.contains(pin), "a PIN is in a file or on the screen");
            String hex = hex(pin);
            assertFalse(everything.contains(hex), "a PIN is in the trace");
        });
    }

    private static String hex(String pin) {
        StringBuilder hex = new StringBuilder();
        pin.chars().forEach(digit -> hex.append(Integer.toHexString(digit)));
        return hex.toString();
    }
}

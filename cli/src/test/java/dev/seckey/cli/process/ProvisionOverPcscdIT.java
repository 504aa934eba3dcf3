package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.transports.real.RealParts;
import dev.seckey.transports.real.Rigs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            [provision.yubikey]
            usb = ["fido2", "u2f"]
            nfc = ["fido2"]
            nfc-restricted = true
            """;

    @TempDir
    private Path folder;

    @Test
    void aBoxOfKeysIsSetUpAsThePolicySaysAndNoPinIsSeenAnywhereElse() throws IOException {
        RealParts.require("pcscd", "python3-fido2", "ykman");
        Files.writeString(folder.resolve("ward.toml"), POLICY);
        try (PcscIsland island = PcscIsland.inhabit(folder)) {
            fullDisksAreFoundBeforeTheFirstKey(island.seckey());
            setUp(island);
        }
    }

    private void fullDisksAreFoundBeforeTheFirstKey(Seckey seckey) throws IOException {
        Path small = Files.createDirectory(folder.resolve("small"));
        seckey.run(List.of("mount", "-t", "tmpfs", "-o", "size=64k", "small", small.toString()))
                .ended(0);
        Path pins = small.resolve("pins.csv");
        assertEquals(
                "seckey: PINs cannot be written into " + pins + ": the disk is full",
                refused(seckey, "--pins-plain", pins.toString()));
        Path ledger = small.resolve("ledger.sqlite");
        assertEquals(
                "seckey: the disk with the ledger " + ledger + " is full: 64 KB are free",
                refused(seckey, "--pins-plain", folder.resolve("none.csv").toString(), "--ledger", ledger.toString()));
        assertFalse(Files.exists(folder.resolve("home").resolve("ledger.sqlite")), "nothing was begun");
    }

    /** What it says against it. */
    private String refused(Seckey seckey, String... places) {
        List<String> line = new ArrayList<>(List.of("provision", "--count", "1"));
        line.addAll(List.of("--policy", folder.resolve("ward.toml").toString()));
        line.addAll(List.of("--home", folder.resolve("home").toString()));
        line.addAll(List.of(places));
        Outcome outcome = seckey.run(line.toArray(String[]::new)).ended(11);
        return outcome.err().lines().skip(1).findFirst().orElse("");
    }

    /** The first is a YubiKey; its own program sees what it was told beside FIDO. */
    private void setUp(PcscIsland island) throws IOException {
        try (Running provision = island.seckey()
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
                try (Running card = island.lay("--profile", number == 1 ? "yubikey" : "level2")) {
                    provision.awaitErr("remove the key (" + number + " of " + KEYS + ")");
                    Outcome state = island.seckey()
                            .run(List.of("/usr/bin/python3", script))
                            .ended(0);
                    assertEquals("pin True forced True least 6 always-uv True ep True\n", state.out());
                    if (number == 1) {
                        requireApplications(island);
                    }
                }
            }
            Outcome ended = provision.end().ended(0).printed("SIMULATED   done                   " + KEYS);
            noPinIsIn(ended);
        }
    }

    private static void requireApplications(PcscIsland island) {
        String info = island.seckey()
                .run(List.of("ykman", "--reader", PcscIsland.READER, "info"))
                .ended(0)
                .out();
        assertTrue(info.matches("(?s).*FIDO2\\s+Enabled\\s+Enabled.*PIV\\s+Disabled\\s+Disabled.*"), info);
        assertTrue(info.matches("(?s).*FIDO U2F\\s+Enabled\\s+Disabled.*"), info);
        island.seckey().run("yubikey", "info").ended(0).printed("NFC restricted           yes");
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

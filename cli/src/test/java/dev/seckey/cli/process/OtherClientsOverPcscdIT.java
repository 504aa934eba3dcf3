package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.transports.real.RealParts;
import dev.seckey.transports.real.Rigs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of others, as Debian has them, take the simulated key on the virtual reader for a real one. */
class OtherClientsOverPcscdIT {
    private static final String PIN = "2468-1357";

    @TempDir
    private static Path folder;

    private static PcscIsland island;

    @BeforeAll
    static void inhabit() {
        RealParts.require("pcscd");
        island = PcscIsland.inhabit(folder);
    }

    @AfterAll
    static void leave() {
        if (island != null) {
            island.close();
        }
    }

    @Test
    void pythonFido2MakesCredentialsAndSetsAPin() {
        RealParts.require("python3-fido2");
        try (SimulatedKey card = SimulatedKey.overPcscd(island, "--profile", "level2")) {
            Outcome python = python("python-fido2-over-pcsc.py");

            assertEquals(
                    List.of(
                            "devices ['Virtual PCD 00 00']",
                            "aaguid 5ec7e70051d04a7e8d00000000000002",
                            "registered packed no uv",
                            "signed in no uv",
                            "pin protocols [2, 1]",
                            "pin set True",
                            "retries 8",
                            "registered packed uv",
                            "signed in uv"),
                    python.out().lines().toList());
            card.withPin(PIN, "pin verify --json").ended(0).has("/done", "RIGHT");
        }
    }

    @Test
    void pythonFido2ManagesWhatSeckeyWroteAndTheReverse() {
        RealParts.require("python3-fido2");
        try (SimulatedKey card = SimulatedKey.overPcscd(island, "--profile", "level2")) {
            card.withPin(PIN, "pin set").ended(0);
            card.withPin(PIN, "credential create --rp example.org --user alice --rk --large-blob-key")
                    .ended(0);
            card.withPin(PIN, "credential create --rp example.net --user bob --rk")
                    .ended(0);
            card.withPin(PIN, "config always-uv on").ended(0);

            Outcome python = python("python-fido2-manages-over-pcsc.py");

            assertEquals(
                    List.of(
                            "retries 8",
                            "stored 2",
                            "example.org alice",
                            "example.net bob",
                            "deleted bob",
                            "always-UV True, off",
                            "minimum PIN length 4, 6",
                            "pin changed"),
                    python.out().lines().toList());
            card.withPin("1357-2468", "credential list --json")
                    .ended(0)
                    .has("/credentials/0/user", "alice")
                    .has("/credentials/1/user", null);
            card.withPin("1357-2468", "blob get --rp example.org").ended(0).printed("from python-fido2");
            card.run("info --json").has("/info/minPINLength", "6").has("/info/options/alwaysUv", "false");
        }
    }

    @Test
    void ykmanSeesAFidoKeyAndThePinThatItSet() {
        RealParts.require("ykman");
        try (SimulatedKey card = SimulatedKey.overPcscd(island, "--profile", "level2")) {
            ykman("info").ended(0).printed("Security Key NFC");
            ykman("fido info").ended(0).printed("PIN is not set.");
            ykman("fido access change-pin --new-pin " + PIN).ended(0);
            ykman("fido info").ended(0).printed("PIN is set, with 8 attempt(s) remaining.");
            card.withPin(PIN, "pin verify --json").ended(0).has("/done", "RIGHT");
        }
    }

    @Test
    void ykmanListsAndDeletesTheCredentialsOfSeckey() {
        RealParts.require("ykman");
        try (SimulatedKey card = SimulatedKey.overPcscd(island, "--profile", "pin-set")) {
            card.withPin(SimulatedKey.PIN, "credential create --rp example.org --user alice --user-id AQID --rk")
                    .ended(0);
            card.withPin(SimulatedKey.PIN, "credential create --rp example.net --user bob --user-id AQIE --rk")
                    .ended(0);
            card.withPin(SimulatedKey.PIN, "config always-uv on").ended(0);

            ykman("fido info").ended(0).printed("Always Require User Verification is turned on.");
            ykman("fido credentials list --pin " + SimulatedKey.PIN)
                    .ended(0)
                    .printed("example.org 010203 alice\nexample.net 010204 bob\n");
            ykman("fido credentials delete alice --force --pin " + SimulatedKey.PIN)
                    .ended(0);

            card.withPin(SimulatedKey.PIN, "credential list --json")
                    .ended(0)
                    .has("/credentials/0/user", "bob")
                    .has("/credentials/1/user", null);
        }
    }

    private static Outcome python(String script) {
        String unpacked = new Rigs(folder).unpack(script).toString();
        return island.seckey().run(List.of("/usr/bin/python3", unpacked)).ended(0);
    }

    /** @param line words with single spaces between them */
    private static Outcome ykman(String line) {
        return island.seckey()
                .run(Stream.concat(Stream.of("ykman", "--reader", PcscIsland.READER), Stream.of(line.split(" ")))
                        .toList());
    }
}

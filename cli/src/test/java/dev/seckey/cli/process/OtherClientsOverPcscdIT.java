package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.transports.real.RealParts;
import dev.seckey.transports.real.Rigs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of others, as Debian has them, take the simulated key on the virtual reader for a real one. */
class OtherClientsOverPcscdIT {
    @TempDir
    private Path folder;

    @Test
    void pythonFido2MakesCredentialsAndSetsAPin() {
        RealParts.require("pcscd", "python3-fido2");
        String script = new Rigs(folder).unpack("python-fido2-over-pcsc.py").toString();
        try (PcscIsland island = PcscIsland.inhabit(folder);
                Running card = island.lay("--profile", "level2")) {
            Outcome python =
                    island.seckey().run(List.of("/usr/bin/python3", script)).ended(0);

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
        }
    }

    @Test
    void ykmanSeesAFidoKeyAndThePinThatItSet() {
        RealParts.require("pcscd", "ykman");
        try (PcscIsland island = PcscIsland.inhabit(folder);
                Running card = island.lay("--profile", "level2")) {
            ykman(island, "info").ended(0).printed("Security Key NFC");
            ykman(island, "fido", "info").ended(0).printed("PIN is not set.");
            ykman(island, "fido", "access", "change-pin", "--new-pin", "2468-1357")
                    .ended(0);
            ykman(island, "fido", "info").ended(0).printed("PIN is set, with 8 attempt(s) remaining.");
        }
    }

    private static Outcome ykman(PcscIsland island, String... arguments) {
        return island.seckey()
                .run(Stream.concat(Stream.of("ykman", "--reader", PcscIsland.READER), Stream.of(arguments))
                        .toList());
    }
}

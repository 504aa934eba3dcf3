package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dozen keys as USB devices of a real Linux kernel, set up in one run and read by libfido2. */
@Tag("long")
class ProvisionVmIT {
    private static final int KEYS = 12;
    private static final int LONGEST_SECONDS = 900;
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
    void libfido2FindsADozenKeysAsThePolicySays() throws IOException {
        Path policy = Files.writeString(folder.resolve("ward.toml"), POLICY);
        VmSteps steps = VmSteps.of(folder, "uhid-box-guest.sh", LONGEST_SECONDS, policy.toString());

        steps.step("provision").ended(0).printed("done                   " + KEYS);
        for (int number = 0; number < KEYS; number++) {
            steps.step("key-" + number)
                    .ended(0)
                    .printed(", clientPin,")
                    .printed(", alwaysUv")
                    .printed("ep")
                    .printed("minpinlen: 6")
                    .printed("pin change required: true");
        }
        Outcome ledger = steps.step("ledger").ended(0);
        assertEquals(KEYS, ledger.out().lines().distinct().count());
        steps.step("check").ended(0);
    }
}

package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One success of each family of commands over one transport, and the two ways in which a wait for a touch breaks off. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CommandFamilies {
    private static final String PIN = SimulatedKey.PIN;
    private static final String TOUCH = "touch the key now: it is blinking\n";
    private static final String CREATE = "credential create --rp touch.example --user alice";

    @TempDir
    static Path folder;

    private SimulatedKey key;

    /** Plugs a simulated key in, or lays it on a reader. */
    abstract SimulatedKey present(String... options);

    /** The same beside the first. */
    abstract SimulatedKey presentAnother(String... options);

    /** Whether the line of a trace is what ends the key's work. */
    abstract boolean isCancel(String sent);

    SimulatedKey key() {
        return key;
    }

    @BeforeAll
    void presentKey() {
        key = present("--profile", "bio");
    }

    @AfterAll
    void takeAway() {
        if (key != null) {
            key.close();
        }
    }

    @Test
    void pin() {
        key.withPin(PIN, "pin verify --json").ended(0).has("/done", "RIGHT").has("/triesLeft", "8");
    }

    @Test
    void credential() {
        // in hexadecimal, since base64url may begin like an option
        String made = Bytes.fromBase64(key.withPin(PIN, "credential create --rp example.org --user alice --rk --json")
                        .ended(0)
                        .has("/userVerified", "true")
                        .json()
                        .get("/credentialId"))
                .hex();
        key.withPin(PIN, "credential delete " + made + " --yes --json")
                .ended(0)
                .has("/credentials/0/rpId", "example.org");
    }

    @Test
    void fingerprint() {
        key.withPin(PIN, "fingerprint enroll --name thumb --json")
                .ended(0)
                .said("good; done")
                .has("/done", "enrolled")
                .has("/name", "thumb");
    }

    @Test
    void blob() {
        key.withPin(PIN, "blob list --json").ended(0).has("/damaged", "false").has("/capacity", "4096");
    }

    @Test
    void config() {
        key.withPin(PIN, "config min-pin-length 5 --yes --json").ended(0).has("/outcome", "CHANGED");
    }

    @Test
    void select() {
        key.run("select --json").ended(0).said("touch the key").has("/selector", key.selector());
    }

    @Test
    void raw() {
        key.run("raw 04 --json").ended(0).has("/status", "0x00").has("/selector", key.selector());
    }

    @Test
    void yubikey() {
        try (SimulatedKey yubiKey = presentAnother("--profile", "yubikey")) {
            yubiKey.run("yubikey info --json").ended(0).has("/serial", "12345678");
        }
    }

    @Test
    void ctrlCAtTheTouchForACredentialCancelsItOnTheKey() throws IOException {
        Path trace = folder.resolve("trace");
        try (SimulatedKey untouched = presentAnother("--approve", "never");
                Running create = untouched.start(CREATE + " --trace " + trace)) {
            create.awaitErr(TOUCH);
            create.signal("INT");

            create.end().ended(130).printedNothing().said("seckey: cancelled");
            List<String> sent = Files.readAllLines(trace).stream()
                    .filter(line -> line.contains("> "))
                    .toList();
            assertTrue(isCancel(sent.get(sent.size() - 1)), sent::toString);
            untouched.run("pin status --json").ended(0).has("/pinSet", "false");
        }
    }

    @Test
    void aKeyGoneDuringTheTouchForACredentialIsAFailureOfTheTransport() {
        try (SimulatedKey untouched = presentAnother("--approve", "never");
                Running create = untouched.start(CREATE)) {
            create.awaitErr(TOUCH);
            untouched.process().signal("KILL");

            create.end().ended(6).printedNothing().said("hint: leave the key in its place");
        }
    }
}

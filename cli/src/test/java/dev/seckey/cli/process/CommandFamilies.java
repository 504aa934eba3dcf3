package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seckey.cli.ExitCode;
import dev.seckey.ctap2.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One success of each family of commands over one transport, and each way in which a command ends. */
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

    /** The answer to somebody whom the operating system does not let to the key. */
    abstract Outcome whereAccessIsDenied(String line);

    private record Ending(ExitCode code, Supplier<Outcome> command, String words) {}

    /** Interrupted, and gone in the middle: these have tests of their own below. An error of ours has no command. */
    private static final Set<ExitCode> ELSEWHERE =
            EnumSet.of(ExitCode.TRANSPORT, ExitCode.INTERRUPTED, ExitCode.INTERNAL);

    private List<Ending> endings() {
        String tooStrict = "--trust-simulated --policy " + ward();
        return List.of(
                new Ending(ExitCode.DONE, () -> key.run("pin status"), "tries left"),
                new Ending(ExitCode.NO, () -> key.run("verify " + tooStrict), "Level 3 is needed"),
                new Ending(ExitCode.USAGE, () -> key.run("credential delete"), "name the credentials to delete"),
                new Ending(ExitCode.NO_KEY, () -> key.seckey().run("info", "--key", "serial:0"), "hint: "),
                new Ending(ExitCode.PIN, () -> key.withPin("000000", "credential list"), "wrong PIN (status 0x31)"),
                new Ending(ExitCode.TOUCH, this::untouched, "nobody touched the key"),
                new Ending(ExitCode.UNSUPPORTED, () -> key.run("yubikey info"), "YubiKey"),
                new Ending(ExitCode.ACCESS, () -> whereAccessIsDenied("pin status"), "hint: "),
                new Ending(ExitCode.CANNOT_TELL, () -> key.run("verify --no-touch"), "CANNOT TELL"),
                new Ending(ExitCode.PARTIAL, () -> key.run("provision --count 1 --dry-run " + tooStrict), "REFUSED"),
                new Ending(ExitCode.STORAGE, () -> key.run("pin status -o " + folder + "/no/such"), "cannot write"));
    }

    private Outcome untouched() {
        try (SimulatedKey other = presentAnother("--approve", "never")) {
            return other.run("credential create --rp touch.example --user alice --timeout 1");
        }
    }

    private static Path ward() {
        try {
            String policy = "minimum-level = \"L3\"\n[provision]\npin = \"none\"\n";
            return Files.writeString(folder.resolve("ward.toml"), policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachExitCode() {
        Set<ExitCode> seen = EnumSet.copyOf(ELSEWHERE);
        endings().forEach(ending -> seen.add(ending.code()));
        assertEquals(EnumSet.allOf(ExitCode.class), seen);
        return endings().stream()
                .map(ending -> dynamicTest(ending.code().number() + ", " + ending.code(), () -> {
                    Outcome outcome = ending.command().get().ended(ending.code().number());
                    String all = outcome.out() + outcome.err();
                    assertTrue(all.contains(ending.words()), all);
                }));
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
    void ctrlCEndsAWatch() {
        try (Running watch = key.seckey().start("list", "--watch")) {
            watch.awaitOut(key.selector());
            watch.signal("INT");

            watch.end().ended(130);
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

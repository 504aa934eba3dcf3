package dev.seckey.cli.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.ledger.Desk;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.LedgerAddress;
import dev.seckey.cli.ledger.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that got its PIN in a run that was cut off then: the key of the hand-over opens the PIN, and so the run goes on. */
class HandoverKeyTest {
    private static final String POLICY = "minimum-level = \"L2\"\n[provision]\npin = \"random\"\n";

    @TempDir
    private Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Ran run(String... line) {
        return new Bench(folder.resolve("home")).with("SECKEY_BENCH", "WARD7").run(line);
    }

    private Ran provision(String ledger, String... more) {
        List<String> line =
                new ArrayList<>(List.of("provision", "--policy", file("ward.toml"), "--ledger", file(ledger)));
        line.addAll(List.of("--key", "virtual:level2@" + file("key"), "--pins-to", file("pins")));
        line.addAll(List.of("--encrypt-to", file("handover-cert.pem")));
        line.addAll(List.of(more));
        return run(line.toArray(String[]::new));
    }

    private Ledger ledger(String name) {
        Clock clock = Clock.fixed(Bench.NOW, ZoneOffset.UTC);
        return LedgerAddress.of(Optional.of(file(name)), Optional.of(folder), Map.of())
                .open(new Desk("WARD7", "amy", "it-7"), clock);
    }

    /** As the ledger would be, had the power gone just when the key took its PIN. */
    private void cutOff(String whole, String half) {
        try (Ledger from = ledger(whole);
                Ledger to = ledger(half)) {
            for (Event event : from.list(Query.ALL)) {
                to.append(event.entry());
                if (event.entry().kind() == EventKind.STEP_STARTED) {
                    return;
                }
            }
        }
    }

    @Test
    void aKeyThatWasCutOffIsFinishedWithThePinThatItHas() throws IOException {
        Files.writeString(folder.resolve("ward.toml"), POLICY);
        Files.writeString(folder.resolve("word"), "correct horse\n");
        run("handover", "keygen", "--out", folder.toString(), "--passphrase-file", file("word"));
        assertEquals(ExitCode.DONE, provision("whole").code());
        cutOff("whole", "half");
        Files.writeString(folder.resolve("ward.toml"), POLICY + "enterprise-attestation = true\n");

        Ran without = provision("half");
        assertEquals(ExitCode.PARTIAL, without.code(), without::toString);
        assertTrue(without.out().contains("--handover-key"), without.out());

        Ran with = provision("half", "--handover-key", file("handover-key.pem"), "--passphrase-file", file("word"));
        assertEquals(ExitCode.DONE, with.code(), with::toString);
        assertTrue(with.out().contains("enterprise attestation: off, becomes on"), with.out());
        try (Ledger ledger = ledger("half")) {
            assertEquals(1, ledger.list(Query.ALL.kind(EventKind.PIN_STORED)).size(), "it has the PIN that it had");
        }
    }
}

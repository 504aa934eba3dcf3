package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.transports.real.RealParts;
import dev.seckey.transports.real.Rigs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Troubles with real parts: a smart card service, readers, cards, other programs. */
class DiagnoseIT {
    private static final int CONTROL = 21_797;

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

    private static Outcome diagnose(String... more) {
        return island.seckey()
                .run(Stream.concat(Stream.of("diagnose"), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void aKeyThatIsWellIsWell() {
        try (Running card = island.lay("--profile", "level2")) {
            diagnose()
                    .ended(0)
                    .saidNothing()
                    .printed("KEY-001  the key answers: nfc:Virtual PCD 00 00: ")
                    .printed("NFC-001  readers for smart cards are seen: Virtual PCD 00 00, with something on it")
                    .printed("NFC-011  reader and key take long commands in one piece")
                    .printed(
                            "KEY-025  the connection to the key is quick and even: nfc:Virtual PCD 00 00: 20 questions");
        }
    }

    @Test
    void aReaderThatAnotherProcessHasInATransactionIsHeldAndTheHolderIsNamed() {
        try (Running card = island.lay("--approve", "never");
                Running verify = island.seckey().start("verify", "--trust-simulated")) {
            verify.awaitErr("touch the key now");
            diagnose()
                    .ended(1)
                    .printed("NFC-007  Stops work: another program holds the reader.")
                    .printed("seckey (process " + verify.pid() + ")")
                    .printed("        kill -INT " + verify.pid() + "\n");
        }
    }

    @Test
    void anEmptyReaderIsNoKey() {
        diagnose().ended(1).printed("NFC-004").printed("Tell support: KEY-002\n");
    }

    @Test
    void withoutAServiceReadersAreOutOfReach() {
        Seckey alone = new Seckey(command -> new Rigs(folder).withoutPcscd(command));
        alone.run("diagnose")
                .ended(1)
                .printed("NFC-002  Warning: the smart card service does not run.")
                .printed("sudo systemctl enable --now pcscd.socket")
                .printed("Tell support: KEY-002, NFC-002\n");
    }

    @Test
    void aNameServiceThatNeverAnswersKeepsNobodyWaitingLongerThanAllowed() {
        RealParts.require("python3-fido2");
        Rigs rigs = new Rigs(folder);
        String silent = rigs.unpack("silent-names.py").toString();
        Seckey there = new Seckey(command -> rigs.withoutPcscd(
                Stream.concat(Stream.of("python3", silent), command.stream()).toList()));
        there.run("diagnose", "--network", "--timeout", "4")
                .ended(1)
                .printed("RUN-015  Cannot tell: a check did not end in time.")
                .printed("while asking the name service for\n    am.nhsidentity.spineservices.nhs.uk")
                .printed("Tell support: KEY-002, RUN-015, NFC-002\n");
    }

    @Test
    void aCardOfAnotherKindIsNoSecurityKey() {
        RealParts.require("python3-fido2");
        try (Running card = island.layOther(new Rigs(folder).unpack("other-card.py"))) {
            diagnose()
                    .ended(1)
                    .printed("NFC-009  a card that is not a security key: nfc:Virtual PCD 00 00")
                    .printed("Tell support: KEY-002\n");
        }
    }

    @Test
    void aCardThatNeverAnswersKeepsNobodyWaitingLongerThanAllowed() {
        RealParts.require("python3-fido2");
        try (Running card = island.layOther(new Rigs(folder).unpack("other-card.py"), "hangs")) {
            diagnose("--timeout", "4")
                    .ended(9)
                    .printed("RUN-015  Cannot tell: a check did not end in time.")
                    .printed("selecting FIDO on nfc:Virtual PCD 00 00");
        }
    }

    @Test
    void aCardThatIsTakenAwayMeanwhileIsTold() {
        try (Running card = island.lay("--control", Integer.toString(CONTROL))) {
            island.tell(CONTROL, "fault disconnect at 5");
            diagnose().ended(9).printed("KEY-010  Cannot tell: the key went away while it was looked at.");
        }
    }

    @Test
    void whatChangesIsShownUntilCtrlC() {
        try (Running watch = island.seckey().start("diagnose", "--watch")) {
            watch.awaitOut("Tell support: KEY-002\n");
            try (Running card = island.lay("--profile", "level2")) {
                watch.awaitOut("KEY-002  no longer: there is no security key that could be asked");
                watch.awaitOut("KEY-001  now: the key answers: nfc:Virtual PCD 00 00");
            }
            watch.awaitOut("KEY-001  no longer: the key answers");
            watch.signal("INT");
            watch.end().ended(130);
        }
    }

    @Test
    void aClientOfDebiansAndDiagnoseTakeTurns() {
        RealParts.require("ykman");
        try (Running card = island.lay("--profile", "yubikey");
                Running other = island.seckey()
                        .start(
                                List.of(
                                        "sh",
                                        "-c",
                                        "for i in 1 2 3 4 5; do ykman --reader 'Virtual PCD 00 00' fido info || exit 1; done"))) {
            Outcome ran = diagnose();
            assertTrue(ran.out().contains("KEY-001") || ran.out().contains("NFC-007"), ran::toString);
            ran.saidNothing();
            other.end().ended(0);
        }
    }

    @Test
    void aKeyThatAnswersLateIsTold() {
        Seckey.HERE
                .run("diagnose", "--key", "virtual:slow")
                .ended(0)
                .printed("SIMULATED KEY-031  Warning: the key takes long to say what it is.");
    }

    @Test
    void threeWrongPinsLockAKeyUntilItIsPluggedInAgain() {
        RealParts.require("umockdev");
        try (SimulatedKey key = SimulatedKey.overHidraw(folder, "--profile", "pin-set-no-u2f")) {
            for (int i = 0; i < 3; i++) {
                key.withPin("654321", "pin verify").ended(4);
            }
            key.run("diagnose").ended(1).printed("KEY-016  Stops work: ").printed("tries left: 5");
        }
    }
}

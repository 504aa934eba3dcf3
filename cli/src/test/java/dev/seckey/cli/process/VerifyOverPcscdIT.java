package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.transports.real.RealParts;
import dev.seckey.transports.real.Rigs;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process is the card, others are the command, and between them is pcscd itself. */
class VerifyOverPcscdIT {
    private static final String EMPTY_READER = "no card: lay the key on the reader and leave it there";

    @TempDir
    private static Path folder;

    private static PcscIsland island;
    private static Seckey seckey;

    @BeforeAll
    static void inhabit() {
        RealParts.require("pcscd");
        island = PcscIsland.inhabit(folder);
        seckey = island.seckey();
    }

    @AfterAll
    static void leave() {
        if (island != null) {
            island.close();
        }
    }

    private static Outcome verify(String... more) {
        return seckey.run(join("verify --trust-simulated", more));
    }

    private static String[] join(String words, String... more) {
        return (words + " " + String.join(" ", more)).strip().split(" ");
    }

    @Test
    void theKeyIsListedAndDescribedAndAcceptableOnlyToThoseWhoTrustSimulatedKeys() {
        try (Running card = island.lay("--profile", "level2")) {
            seckey.run("list").ended(0).saidNothing().printed("nfc:Virtual PCD 00 00  Virtual PCD 00 00\n");
            seckey.run("info")
                    .ended(0)
                    .saidNothing()
                    .printed("5ec7e700-51d0-4a7e-8d00-000000000002")
                    .printed("FIDO_2_0");

            Outcome trusted = verify().ended(0).printed("attestation  packed, leads to CN=seckey SIMULATED");
            assertTrue(trusted.firstLine().startsWith("SIMULATED ACCEPTABLE: "), trusted::toString);
            assertTrue(trusted.out().lines().allMatch(line -> line.startsWith("SIMULATED")), trusted::toString);

            Outcome doubted = seckey.run("verify").ended(9).saidNothing().printed("is not in the metadata");
            assertEquals("CANNOT TELL: a key of an unknown model, claimed, not proved", doubted.firstLine());

            card.signal("INT");
            Outcome left = card.end().ended(130).printedNothing();
            left.said("SIMULATED key level2 on reader localhost:");
        }
    }

    @Test
    void aTestProgramTakesTheCardOffTheReaderAndLaysItOnAgain() {
        try (Running card = island.lay("--control", "21799")) {
            island.powerCycle(21799);

            verify().ended(0);
        }
    }

    @Test
    void theJsonDocumentIsTheWholeOfStdout() {
        try (Running card = island.lay("--profile", "level2")) {
            Outcome json = verify("--json")
                    .ended(0)
                    .printed("\"verdict\": \"acceptable\"")
                    .printed("\"transport\": \"nfc\"");
            assertTrue(Pattern.matches("(?s)\\{.*\\}\n", json.out()), json::toString);
        }
    }

    @Test
    void aKeyOfALevelTooLowIsNotAcceptable() {
        try (Running card = island.lay("--profile", "level1")) {
            verify().ended(1)
                    .saidNothing()
                    .printed("SIMULATED NOT ACCEPTABLE: ")
                    .printed("Level 2 is needed");
        }
    }

    @Test
    void aKeyOfAnUnknownModelCannotBeJudged() {
        try (Running card = island.lay("--profile", "unknown")) {
            verify().ended(9).saidNothing().printed("CANNOT TELL: a key of an unknown model");
        }
    }

    @Test
    void softwareThatClaimsToBeAYubiKeyIsNotAcceptable() {
        try (Running card = island.lay("--profile", "counterfeit")) {
            verify().ended(1)
                    .printed("NOT ACCEPTABLE: YubiKey 5 Series with NFC")
                    .printed("does not chain to the roots of the model that the key claims to be");
        }
    }

    @Test
    void aU2fKeyIsNotAcceptable() {
        try (Running card = island.lay("--profile", "u2f-only")) {
            verify().ended(1).saidNothing().printed("NOT ACCEPTABLE: a key that is not FIDO2");
        }
    }

    @Test
    void aKeyWithAPinProvesItsModelByU2fWithoutThePin() {
        try (Running card = island.lay("--profile", "pin-set")) {
            verify().ended(0)
                    .said("proving the model by U2F, which needs no PIN")
                    .printed("SIMULATED ACCEPTABLE: ")
                    .printed("fido-u2f, leads to");
        }
    }

    @Test
    void aKeyThatInsistsOnItsPinIsJudgedOnceItIsGiven() {
        try (Running card = island.lay("--profile", "pin-set-no-u2f")) {
            verify().ended(4).printed("SIMULATED CANNOT TELL: ").printed("proves its model only with its PIN");

            seckey.typing("000000\n", "verify", "--trust-simulated", "--pin-stdin")
                    .ended(4)
                    .said("wrong PIN")
                    .said("7 tries are left")
                    .printed("SIMULATED CANNOT TELL: ");

            seckey.typing("123456\n", "verify", "--trust-simulated", "--pin-stdin")
                    .ended(0)
                    .said("claimed, not proved yet: ")
                    .said("touch the key now")
                    .printed("SIMULATED ACCEPTABLE: ");
        }
    }

    @Test
    void aTouchThatComesLateIsWaitedFor() {
        try (Running card = island.lay("--approve", "after:400")) {
            verify().ended(0).said("touch the key now").printed("SIMULATED ACCEPTABLE: ");
        }
    }

    @Test
    void aTouchThatDoesNotComeIsWaitedForAsLongAsAllowed() {
        try (Running card = island.lay("--approve", "never")) {
            verify("--timeout", "2").ended(5).said("touch the key now").printed("nobody touched the key");
        }
    }

    @Test
    void aKeyTakenAwayWhileItWaitsForATouchIsAFailureOfTheTransport() {
        try (Running card = island.lay("--approve", "never");
                Running verify = seckey.start("verify", "--trust-simulated")) {
            verify.awaitErr("touch the key now");
            card.signal("KILL");

            verify.end()
                    .ended(6)
                    .printedNothing()
                    .said("seckey: the card left reader Virtual PCD 00 00")
                    .said("hint: leave the key in its place");
        }
    }

    @Test
    void twoKeysWantAChoice() {
        try (Running first = island.lay("--profile", "level2");
                Running second = island.layOnSecondReader("--profile", "level1")) {
            seckey.run("verify")
                    .ended(3)
                    .printedNothing()
                    .said("there are several keys: ")
                    .said("hint: choose one, for instance --key \"nfc:Virtual PCD 00 00\"");
            seckey.run("verify", "--trust-simulated", "--key", "nfc:" + PcscIsland.SECOND_READER)
                    .ended(1)
                    .printed("Level 2 is needed");
        }
    }

    @Test
    void anEmptyReaderIsListedAndIsNoKey() {
        island.awaitEmptyReaders();
        seckey.run("list")
                .ended(3)
                .printed("nfc:Virtual PCD 00 00  Virtual PCD 00 00  [reader Virtual PCD 00 00: " + EMPTY_READER + "]")
                .said("no security key is connected");
        seckey.run("info", "--key", "nfc:" + PcscIsland.READER)
                .ended(3)
                .printedNothing()
                .said("no card");
    }

    @Test
    void withoutASmartCardServiceThereIsANoteAndAnAdvice() {
        Seckey alone = new Seckey(command -> new Rigs(folder).withoutPcscd(command));

        alone.run("list")
                .ended(3)
                .printedNothing()
                .said("note: the smart card service does not run; install and start it: apt install pcscd")
                .said("no security key is connected");
        alone.run("info", "--key", "nfc:X")
                .ended(8)
                .printedNothing()
                .said("seckey: the smart card service does not run")
                .said("hint: install and start it");
    }
}

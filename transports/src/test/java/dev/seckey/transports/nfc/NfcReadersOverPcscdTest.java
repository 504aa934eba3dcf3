package dev.seckey.transports.nfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.transports.real.RealParts;
import dev.seckey.transports.real.Rigs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** pcscd itself, with a virtual reader, in a network of its own. */
class NfcReadersOverPcscdTest {
    private static final int PORT = 21_600;

    @TempDir
    private Path folder;

    @BeforeEach
    void realParts() {
        RealParts.require("pcscd");
    }

    private List<String> scene(String name, String... more) {
        String[] arguments = Stream.concat(Stream.of(name, Integer.toString(PORT)), Stream.of(more))
                .toArray(String[]::new);
        return played(new Rigs(folder).besidePcscd(PORT, NfcProbe.scene(arguments)));
    }

    private static List<String> played(List<String> command) {
        Rigs.Result result = Rigs.run(command);
        assertEquals(0, result.status(), result.output());
        return result.lines();
    }

    @Test
    void readersWithoutACardAreListed() {
        assertEquals(
                List.of(
                        "nfc:Virtual PCD 00 00 reader Virtual PCD 00 00: no card",
                        "nfc:Virtual PCD 00 01 reader Virtual PCD 00 01: no card"),
                scene("list"));
    }

    @Test
    void answersComeAsTheCardGaveThem() {
        List<String> lines = scene("exchange");

        assertEquals("nfc:Virtual PCD 00 00 card", lines.get(0));
        assertEquals("select 4649444f5f325f309000", lines.get(2));
        assertEquals("long " + "00".repeat(256) + "61ff", lines.get(3), "GET RESPONSE is the framing's business");
        assertEquals("busy 029100", lines.get(4));
        assertEquals("extended 8002", lines.get(5));
    }

    /** What a service of another version, Windows and macOS get. */
    @ParameterizedTest
    @ValueSource(strings = {"exchange", "pulled", "absent", "exclusive"})
    void theLibraryDoesTheSameAsTheSocket(String scene) {
        assertEquals(scene(scene), scene(scene, "by-library"));
    }

    @Test
    void closingLeavesTheCardPowered() {
        List<String> lines = scene("exchange");
        String before = lines.get(6).replace("orders before closing ", "");
        String after = lines.get(7).replace("orders after closing ", "");

        assertTrue(before.endsWith("on]"), before);
        assertEquals(before, after);
    }

    @Test
    void aCardPulledInTheMiddleIsGoneThenAndAfterwards() {
        List<String> lines = scene("pulled");

        assertEquals(List.of("KEY_REMOVED", "KEY_REMOVED"), reasons(lines), lines.toString());
    }

    @Test
    void aSilentCardIsAbandonedAtTheLimit() {
        List<String> lines = scene("silent");

        assertEquals(List.of("NO_ANSWER"), reasons(lines), lines.toString());
    }

    @Test
    void aReaderHeldByAnotherProcessIsGivenUpAtTheLimitAndWorksLater() {
        List<String> lines = scene("held");

        assertTrue(
                lines.get(0).startsWith("HELD_BY_ANOTHER another program holds reader Virtual PCD 00 00"),
                lines.get(0));
        assertEquals("then 4649444f5f325f309000", lines.get(1));
    }

    @Test
    void aReaderThatAnotherProgramOpenedForItselfIsHeld() {
        assertEquals(List.of("HELD_BY_ANOTHER"), reasons(scene("exclusive")));
    }

    @Test
    void anEmptyReaderHasNoKey() {
        assertEquals(
                List.of("NO_KEY reader Virtual PCD 00 00: no card / lay the key on the reader and leave it there"),
                scene("empty"));
    }

    @Test
    void aReaderThatIsNotThereIsNamed() {
        assertEquals(
                List.of(
                        "NO_KEY there is no reader No Such Reader / plug the reader in; \"seckey list\" shows which there are"),
                scene("absent"));
    }

    @Test
    void withoutAServiceThereIsAdvice() {
        List<String> lines = played(new Rigs(folder).withoutPcscd(NfcProbe.scene("list")));

        assertTrue(lines.get(0).startsWith("NO_SMARTCARD_SERVICE the smart card service does not run"), lines.get(0));
        assertTrue(lines.get(0).contains("apt install pcscd"), lines.get(0));
    }

    @Test
    void aVirtualReaderThatIsNotThereIsNamed() {
        List<String> lines = played(new Rigs(folder).withoutPcscd(NfcProbe.scene("exchange", "21700")));

        assertEquals(
                List.of("NO_SMARTCARD_SERVICE no vpcd at localhost:21700: is pcscd running with vsmartcard-vpcd?"),
                lines);
    }

    private static List<String> reasons(List<String> lines) {
        return lines.stream().map(line -> line.split(" ")[0]).toList();
    }
}

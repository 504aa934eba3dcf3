package dev.seckey.cli.provision.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.terminal.Cells;
import dev.seckey.cli.terminal.Screen.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is seen of a run; lines in capitals here are large there. */
class LayoutTest {
    private static final Size WIDE = new Size(80, 24);
    private static final Stage KEY = Stage.working("usb:/dev/hidraw3");
    private static final Stage ALICES = KEY.with("Alice, row 17");

    private static Scene scene(int places, int handled, Stage... stages) {
        return new Scene(
                false,
                places,
                handled,
                Optional.of(50),
                new TreeMap<>(handled == 0 ? Map.of() : Map.of("done", handled)),
                0,
                handled == 0 ? List.of() : List.of("done: WARD7-0001 for Zoe, row 2"),
                List.of(stages));
    }

    private static List<String> lines(Scene scene, Size size) {
        return Layout.rows(scene, size).stream()
                .map(row -> row.large() ? row.text().toUpperCase() : row.text())
                .map(String::stripTrailing)
                .toList();
    }

    @Test
    void atFirstAKeyIsAskedFor() {
        assertEquals(
                List.of("0 of 50 keys; Ctrl-C ends", " PLUG IN A KEY, OR LAY ONE ON THE READER"),
                lines(scene(1, 0), WIDE));
    }

    @Test
    void theTouchIsAskedForAndItIsSaidWhoseTheKeyWillBe() {
        assertEquals(
                List.of(
                        "done: WARD7-0001 for Zoe, row 2",
                        "1 of 50 keys, 1 done; Ctrl-C ends",
                        " TOUCH THE KEY NOW: IT IS BLINKING",
                        " PUT INTO THE ENVELOPE: ALICE, ROW 17"),
                lines(scene(1, 1, ALICES.asking("touch the key now: it is blinking")), WIDE));
    }

    @Test
    void aFinishedKeyIsToBeTakenAwayAndGoesToItsPerson() {
        List<String> lines = lines(scene(1, 2, ALICES.ready()), WIDE);
        assertEquals(List.of(" REMOVE THE KEY", " PUT INTO THE ENVELOPE: ALICE, ROW 17"), lines.subList(2, 4));
    }

    @Test
    void amongSeveralTheOneThatAsksComesFirstAndIsNamed() {
        Stage other = Stage.working("usb:/dev/hidraw4");
        assertEquals(
                List.of(
                        "  usb:/dev/hidraw4: remove the key",
                        "  usb:/dev/hidraw3: touch the key now",
                        "0 of 50 keys; Ctrl-C ends",
                        " TOUCH THE KEY NOW (USB:/DEV/HIDRAW3)",
                        " PUT INTO THE ENVELOPE: ALICE, ROW 17"),
                lines(scene(3, 0, other.ready(), ALICES.asking("touch the key now")), WIDE));
    }

    @Test
    void whereThereIsRoomForAnotherKeyItIsAskedFor() {
        List<String> lines = lines(scene(2, 0, KEY), WIDE);
        assertEquals(" PLUG IN THE NEXT KEY, OR LAY IT ON THE READER", lines.get(lines.size() - 1));
        lines = lines(scene(1, 0, KEY), WIDE);
        assertEquals(" LEAVE THE KEY IN ITS PLACE", lines.get(lines.size() - 1));
    }

    @Test
    void whatWentWrongIsCounted() {
        Scene scene = new Scene(
                true, 1, 3, Optional.empty(), new TreeMap<>(Map.of("done", 2, "refused", 1)), 2, List.of(), List.of());
        assertEquals(
                "SIMULATED 3 keys, 2 done, 1 refused; 2 warnings; Ctrl-C ends",
                lines(scene, WIDE).get(0));
    }

    @Test
    void aNarrowTerminalGetsMoreLinesAndAllOfTheNames() {
        assertEquals(
                List.of(
                        "done: WARD7-0001...",
                        "1 of 50 keys, 1",
                        "done; Ctrl-C ends",
                        " REMOVE THE KEY",
                        " PUT INTO THE",
                        " ENVELOPE: ALICE,",
                        " ROW 17"),
                lines(scene(1, 1, ALICES.ready()), new Size(22, 24)));
    }

    @Test
    void neverIsALineTooWideOrTheWholeTooHigh() {
        Stage longest =
                Stage.working("nfc:A reader with quite a long name 00 00").with("山田太郎".repeat(9) + ", row 17");
        Scene scene = scene(4, 7, longest, longest.asking("hold the touch until the key stops blinking"), KEY.ready());
        IntStream.rangeClosed(10, 130)
                .forEach(columns -> IntStream.rangeClosed(2, 30)
                        .mapToObj(rows -> new Size(columns, rows))
                        .forEach(size -> requireFits(scene, size)));
    }

    private static void requireFits(Scene scene, Size size) {
        List<Layout.Row> rows = Layout.rows(scene, size);
        assertTrue(rows.size() < size.rows(), size::toString);
        rows.forEach(row -> assertTrue(Cells.width(row.text()) < size.columns(), row + " on " + size));
        assertTrue(rows.get(rows.size() - 1).large(), "what to do is never left out");
    }
}

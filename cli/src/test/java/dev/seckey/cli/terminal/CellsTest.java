package dev.seckey.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void anIdeographTakesTwoCellsAndAnAccentNone() {
        assertEquals(4, Cells.width("Zoe "));
        assertEquals(8, Cells.width("山田太郎"));
        assertEquals(3, Cells.width("Zoe\u0301"));
        assertEquals(6, Cells.width("\ud55c\uad6d\uc5b4"));
    }

    @Test
    void whatIsTooLongIsCutAndMarked() {
        assertEquals("remove", Cells.cut("remove", 6));
        assertEquals("rem...", Cells.cut("remove the key", 6));
        assertEquals("山...", Cells.cut("山田太郎", 6), "half an ideograph is none");
    }

    @Test
    void wordsAreKeptWholeWhereTheyCan() {
        assertEquals(List.of("put into", "the", "envelope"), Cells.wrap("put into the envelope", 8));
        assertEquals(List.of("enve", "lope"), Cells.wrap("envelope", 4));
        assertEquals(List.of("a", "enve", "lope"), Cells.wrap("a envelope", 4));
        assertEquals(List.of(""), Cells.wrap("", 4));
    }
}

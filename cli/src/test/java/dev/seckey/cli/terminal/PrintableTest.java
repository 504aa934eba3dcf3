package dev.seckey.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void lettersOfAllLanguagesStay() {
        assertEquals("Schl\u00fcssel \u9375 \ud83d\udd11", Printable.of("Schl\u00fcssel \u9375 \ud83d\udd11"));
    }

    @Test
    void lineBreaksAndEscapesBecomeQuestionMarks() {
        assertEquals("A??[2KB?", Printable.of("A\n\u001b[2KB\r"));
    }

    @Test
    void soDoesWhatTurnsTextRoundOrBreaksLinesUnseen() {
        assertEquals("A?B?C", Printable.of("A\u202eB\u2028C"));
    }
}

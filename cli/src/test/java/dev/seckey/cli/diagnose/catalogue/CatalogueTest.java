package dev.seckey.cli.diagnose.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts are read out over a telephone. */
class CatalogueTest {
    /** Names, and short words that everybody at the telephone knows. */
    private static final Set<String> KNOWN = Set.of("USB", "NFC", "PIN", "FIDO", "FIDO2", "U2F", "OK", "ID");

    private static final Pattern SHORT_WORD = Pattern.compile("(?<![\\w/])[A-Z][A-Z0-9]{1,6}(?![\\w/])");

    private static final Pattern BLAME = Pattern.compile(
            "(?i)\\b(you (did|have|forgot|failed|should|must)|your (fault|mistake)|illegal|invalid|stupid|obviously|simply|just)\\b");

    static List<Entry> all() {
        return Catalogue.all();
    }

    @Test
    void everyIdentifierStandsForOneThing() {
        Set<String> ids = new HashSet<>();
        Catalogue.all().forEach(entry -> assertTrue(ids.add(entry.id()), entry.id()));
    }

    @Test
    void identifiersAreFoundAsTheyAreHeard() {
        Optional<Entry> expected = Optional.of(UsbEntry.NO_RULE);
        Stream.of("USB-003", "usb-003", "usb 3", "USB3").forEach(id -> assertEquals(expected, Catalogue.find(id), id));
        Stream.of("USB-999", "", "-", "3").forEach(id -> assertEquals(Optional.empty(), Catalogue.find(id), id));
    }

    @ParameterizedTest
    @MethodSource("all")
    void titlesAreClausesAndTheRestIsWholeSentences(Entry entry) {
        assertFalse(entry.title().endsWith("."), entry.title());
        assertTrue(entry.meaning().matches("(?s)[A-Z].*\\."), entry.meaning());
        assertTrue(entry.advice().isEmpty() || entry.advice().matches("(?s)[A-Z\"].*[.]"), entry.advice());
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatMattersHasAnAdvice(Entry entry) {
        assertTrue(!entry.severity().matters() || !entry.advice().isEmpty(), entry.id());
    }

    @ParameterizedTest
    @MethodSource("all")
    void nobodyIsToBlame(Entry entry) {
        String text = entry.title() + " " + entry.meaning() + " " + entry.advice();
        assertFalse(BLAME.matcher(text).find(), text);
    }

    @ParameterizedTest
    @MethodSource("all")
    void anAbbreviationStandsBesideItsExplanation(Entry entry) {
        String text = entry.title() + ". " + entry.meaning() + " " + entry.advice();
        SHORT_WORD
                .matcher(text)
                .results()
                .map(found -> found.group())
                .filter(word -> !KNOWN.contains(word))
                .forEach(word -> assertTrue(
                        text.contains("(" + word) || text.contains(word + ", the ") || text.contains(", " + word + ","),
                        word + " in: " + text));
    }
}

package dev.seckey.cli.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcurementListTest {
    private static final String AAGUID = "c1f9a0bc-1dd2-404a-b27f-8e29047a43fd";
    private static final Set<String> MODELS = Set.of("A key", "Another, larger key");

    /** Lines are divided by a slash here; the rows found by a bar, each with its line. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
            A key                                              ! 1 A key
            Model/A key                                        ! 2 A key
            Model/Key of Nobody                                 ! 2 Key of Nobody
            Artikelnr;Bezeichnung/17;A key/18;Key of Nobody     ! 2 A key|3 Key of Nobody
            Nr;Product name;Vendor/17;Key of Nobody;Nobody      ! 2 Key of Nobody
            Nr,Model/1,"Another, larger key"                   ! 2 Another, larger key
            1,A key/2,c1f9a0bc-1dd2-404a-b27f-8e29047a43fd     ! 1 A key|2 c1f9a0bc-1dd2-404a-b27f-8e29047a43fd
            Model,AAGUID/A key,C1F9A0BC1DD2404AB27F8E29047A43FD ! 2 C1F9A0BC1DD2404AB27F8E29047A43FD
            Model//  /A key/                                   ! 4 A key
            Model,Price/A key                                  ! 2 A key
            """)
    void aRowNamesItsModelByAnAaguidOrItsName(String list, String rows) {
        assertEquals(
                List.of(rows.split("\\|")),
                read(list.replace('/', '\n')).rows().stream()
                        .map(row -> row.line() + " " + row.text())
                        .toList());
    }

    @Test
    void aByteOrderMarkAndTheLineEndsOfWindowsDoNotMatter() {
        assertEquals("A key", read("\ufeffModel\r\nA key\r\n").rows().get(0).text());
    }

    @Test
    void aFirstLineWithoutAModelIsAHeaderAndSaysSo() {
        assertEquals(Optional.of("Nr, Model"), read("Nr,Model\n1,A key").header());
        assertEquals(Optional.empty(), read("1," + AAGUID).header());
    }

    @Test
    void anEmptyListIsNone() {
        assertThrows(UsageException.class, () -> read(""));
        assertThrows(UsageException.class, () -> read("Model\n"));
    }

    @Test
    void aQuoteThatIsNotClosedIsToldWithItsLine() {
        UsageException refused = assertThrows(UsageException.class, () -> read("Model\n\"A key" + "x".repeat(99)));
        assertTrue(refused.getMessage().startsWith("the list is no CSV"), refused.getMessage());
    }

    private static ProcurementList read(String text) {
        return ProcurementList.read(text.getBytes(StandardCharsets.UTF_8), MODELS::contains);
    }
}

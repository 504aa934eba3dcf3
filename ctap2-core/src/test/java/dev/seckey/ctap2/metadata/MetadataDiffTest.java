package dev.seckey.ctap2.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.metadata.MetadataDiff.Change;
import dev.seckey.ctap2.metadata.MetadataDiff.Kind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataDiffTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String MODEL = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER = "00000000-0000-4000-8000-000000000002";

    /** Reports "STATUS date", joined by commas. */
    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            RAISED  | FIDO_CERTIFIED_L1 2024-01-01  | FIDO_CERTIFIED_L1 2024-01-01,FIDO_CERTIFIED_L2 2025-01-01
            LOWERED | FIDO_CERTIFIED_L2 2024-01-01  | FIDO_CERTIFIED_L2 2024-01-01,FIDO_CERTIFIED_L1 2025-01-01
            GAINED  | NOT_FIDO_CERTIFIED 2024-01-01 | FIDO_CERTIFIED_L2 2025-01-01
            LOST    | FIDO_CERTIFIED_L2 2024-01-01  | FIDO_CERTIFIED_L2 2024-01-01,NOT_FIDO_CERTIFIED 2025-01-01
            LOST    | FIDO_CERTIFIED_L2 2024-01-01  | FIDO_CERTIFIED_L2 2024-01-01,REVOKED 2025-01-01
            GAINED  | FIDO_CERTIFIED_L2 2024-01-01,REVOKED 2025-01-01 | FIDO_CERTIFIED_L2 2024-01-01
            STATUS  | FIDO_CERTIFIED_L2 2024-01-01  | FIDO_CERTIFIED_L2 2024-01-01,UPDATE_AVAILABLE 2025-01-01
            STATUS  | NOT_FIDO_CERTIFIED 2024-01-01 | REVOKED 2025-01-01
            -       | FIDO_CERTIFIED_L2 2024-01-01  | FIDO_CERTIFIED_L2 2025-01-01
            -       | FIDO_CERTIFIED_L2 2024-01-01  | FIDO_CERTIFIED_L2 2024-01-01,REVOKED 2027-01-01
            """)
    void whatBecameOfAModel(Kind kind, String before, String after) {
        List<Kind> found = between(list(MODEL, before), list(MODEL, after)).stream()
                .map(Change::kind)
                .toList();
        assertEquals(kind == null ? List.of() : List.of(kind), found);
    }

    @Test
    void modelsComeAndGo() {
        List<Change> changes =
                between(list(MODEL, "FIDO_CERTIFIED_L2 2024-01-01"), list(OTHER, "FIDO_CERTIFIED_L1 2024-01-01"));
        assertEquals(
                List.of(MODEL + " REMOVED", OTHER + " ADDED"),
                changes.stream()
                        .map(change -> change.aaguid() + " " + change.kind())
                        .toList());
    }

    private static List<Change> between(List<MetadataEntry> before, List<MetadataEntry> after) {
        return MetadataDiff.between(before, after, TODAY);
    }

    private static List<MetadataEntry> list(String model, String history) {
        String[] reports = Arrays.stream(history.split(","))
                .map(report -> report.strip().split(" "))
                .map(words -> TestBlobs.report(words[0], words[1]))
                .toArray(String[]::new);
        String payload = TestBlobs.payload(7, "2026-12-01", TestBlobs.entry(model, "A key", reports));
        return Metadata.fromPayload(payload.getBytes(StandardCharsets.UTF_8), TODAY)
                .entries();
    }
}

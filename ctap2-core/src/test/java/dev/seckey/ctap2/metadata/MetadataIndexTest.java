package dev.seckey.ctap2.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.model.Aaguid;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetadataIndexTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);
    private static final X509Certificate ROOT =
            TestAuthority.root("CN=Test Attestation Root").certificate();

    private final Bytes withTrailingBytes = der().plus(Bytes.ofInts(0, 0));
    private final Bytes unreadable = Bytes.ofInts(1, 2, 3);
    private final MetadataEntry first = entry(1, "Clé «première»", List.of(withTrailingBytes.sha256()));
    private final MetadataEntry second = entry(2, "Second", List.of(unreadable.sha256()));
    private final IndexHeader header = new IndexHeader(
            IndexHeader.Kind.BLOB,
            7,
            Optional.of(DATE.plusDays(7)),
            DATE,
            "a test",
            Optional.of(IndexHeader.Source.download("https://example.org/", Optional.of("\"7\""))),
            Optional.of("CN=signer"),
            Optional.of("CN=root"),
            2,
            5,
            2,
            List.of("a note"));
    private final MetadataIndex index = MetadataIndex.of(
            header,
            List.of(second, first),
            Map.of(withTrailingBytes.sha256(), withTrailingBytes, unreadable.sha256(), unreadable));

    @Test
    void whatIsWrittenIsReadAgain() {
        MetadataIndex again = MetadataIndex.open(index.toByteArray());
        assertEquals(header, again.header());
        assertEquals(Optional.of(first), again.find(first.aaguid()));
        assertEquals(Optional.of(second), again.find(second.aaguid()));
        assertArrayEquals(index.toByteArray(), again.toByteArray());
    }

    @Test
    void modelsAreSortedByAaguid() {
        assertEquals(List.of(first, second), index.entries().toList());
    }

    /** Whatever its size: every other line of it is spoilt here, behind the AAGUID by which it is passed over. */
    @Test
    void aLookUpReadsNoOtherLine() {
        List<MetadataEntry> models = Metadata.fromPayload(
                        LargeBlobs.payload(7, 10_000, 0).getBytes(StandardCharsets.UTF_8), DATE)
                .entries();
        MetadataEntry wanted = models.get(6_789);
        String text = new String(
                MetadataIndex.of(withEntries(models.size()), models, Map.of()).toByteArray(),
                StandardCharsets.US_ASCII);
        String spoilt = text.lines()
                .map(line -> line.contains(wanted.aaguid().toString()) ? line : line.replace("\"name\":", "spoilt"))
                .collect(Collectors.joining("\n", "", "\n"));

        MetadataIndex opened = MetadataIndex.open(spoilt.getBytes(StandardCharsets.US_ASCII));
        assertEquals(Optional.of(wanted), opened.find(wanted.aaguid()));
        assertThrows(TrustFault.class, () -> opened.find(models.get(6_790).aaguid()));
    }

    private IndexHeader withEntries(int count) {
        return new IndexHeader(
                header.kind(),
                header.number(),
                header.nextUpdate(),
                header.date(),
                header.origin(),
                header.source(),
                header.signer(),
                header.root(),
                count,
                count,
                0,
                header.notes());
    }

    @Test
    void aModelThatIsNotThereIsUnknown() {
        assertEquals(Optional.empty(), index.find(aaguid(3)));
        assertEquals(Optional.empty(), index.find(Aaguid.NONE));
    }

    @Test
    void bytesAfterACertificateAreIgnoredAndOneThatIsNoneIsLeftOut() {
        assertEquals(List.of(ROOT), index.roots(first));
        assertEquals(List.of(), index.roots(second));
    }

    @Test
    void theTextIsAscii() {
        for (byte octet : index.toByteArray()) {
            assertTrue(octet > 0);
        }
    }

    @Test
    void anIndexCutShortIsRefused() {
        byte[] whole = index.toByteArray();
        assertThrows(TrustFault.class, () -> MetadataIndex.open(Arrays.copyOf(whole, whole.length - 1)));
        assertThrows(TrustFault.class, () -> MetadataIndex.open(new byte[0]));
    }

    @Test
    void anIndexOfALaterSchemaIsRefused() {
        String later =
                new String(index.toByteArray(), StandardCharsets.US_ASCII).replace("\"schema\":1", "\"schema\":2");
        TrustFault fault =
                assertThrows(TrustFault.class, () -> MetadataIndex.open(later.getBytes(StandardCharsets.US_ASCII)));
        assertEquals("the metadata index has schema 2, this version reads schema 1", fault.getMessage());
    }

    private static MetadataEntry entry(int number, String name, List<Bytes> roots) {
        StatusReport full = new StatusReport(
                "FIDO_CERTIFIED_L2",
                Optional.of(DATE),
                Optional.of(DATE.plusYears(1)),
                OptionalLong.of(number),
                Optional.of("FIDO2000"),
                Optional.of(Bytes.ofInts(9)),
                Optional.of("https://example.org"),
                Optional.of(name));
        return new MetadataEntry(
                aaguid(number),
                name,
                MetadataEntry.FIDO2,
                OptionalLong.of(number),
                List.of(full),
                roots,
                DATE,
                List.of("FIDO_2_1"),
                List.of("wired"));
    }

    private static Aaguid aaguid(int number) {
        return Aaguid.parse("00000000-0000-4000-8000-00000000000" + number).orElseThrow();
    }

    private static Bytes der() {
        try {
            return Bytes.of(ROOT.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Aaguid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compiles the snapshot that is shipped, from lists in a folder. Facts only: which model, its status history,
 * certificate numbers, trust anchors, and the day each is known for. From the project's top folder:
 *
 * <pre>
 * mvn -q -pl ctap2-core test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
 * java -cp "ctap2-core/target/test-classes:ctap2-core/target/classes:$(cat ctap2-core/target/test.classpath)" \
 *   dev.seckey.ctap2.metadata.SnapshotCompiler FOLDER \
 *   ctap2-core/src/main/resources/dev/seckey/ctap2/metadata/snapshot.jsonl [DATE]
 * </pre>
 *
 * FOLDER holds the three files named below; DATE is that of the newest evidence.
 */
final class SnapshotCompiler {
    static final LocalDate NEWEST_EVIDENCE = LocalDate.of(2026, 6, 17);

    private static final LocalDate PAYLOAD_DATE = LocalDate.of(2025, 5, 2);
    private static final LocalDate VENDOR_DATE = LocalDate.of(2026, 6, 17);
    private static final LocalDate STILL_LISTED_DATE = LocalDate.of(2026, 5, 1);

    /** YubiKey 5 Series with firmware 5.7.4: the five trust anchors of every YubiKey made since. */
    private static final Aaguid YUBIKEY_5_7_4 =
            Aaguid.parse("ff4dac45-ede8-4ec2-aced-cf66103f4335").orElseThrow();

    private static final long FIRMWARE_5_7_4 = 0x050704;

    private final SortedMap<Aaguid, MetadataEntry> entries = new TreeMap<>();
    private final Metadata payload;
    private int concluded;

    private SnapshotCompiler(Metadata payload) {
        this.payload = payload;
        payload.entries().forEach(entry -> entries.put(entry.aaguid(), withBareHistory(entry)));
    }

    public static void main(String[] arguments) throws IOException {
        LocalDate date = arguments.length > 2 ? LocalDate.parse(arguments[2]) : NEWEST_EVIDENCE;
        Path snapshot = Path.of(arguments[1]);
        byte[] index = compile(Path.of(arguments[0]), date).toByteArray();
        Files.write(snapshot, index);
        Files.writeString(snapshot.resolveSibling("names.jsonl"), names(new String(index, StandardCharsets.UTF_8)));
    }

    /** Of each line of a model what comes first, between a header and an end as an index has them. */
    static String names(String index) {
        return Pattern.compile("(?m)^(\\{\"aaguid\":\"[^\"]*\",\"name\":\"(?:[^\"\\\\]|\\\\.)*\")")
                .matcher(index)
                .results()
                .map(line -> line.group(1) + "}\n")
                .collect(Collectors.joining("", "{\"names\":\"of snapshot.jsonl\"}\n", "{\"whole\":true}\n"));
    }

    static MetadataIndex compile(Path folder, LocalDate date) throws IOException {
        byte[] list = Files.readAllBytes(folder.resolve("payload-no163-2025-05-02.json"));
        SnapshotCompiler compiler = new SnapshotCompiler(Metadata.fromPayload(list, PAYLOAD_DATE));
        VendorStatus.read(folder.resolve("vendor-status-2026-06-17.json")).forEach(compiler::add);
        LevelTwoList.stillListed(folder.resolve("level2-known-2026-06.csv")).forEach(compiler::confirm);
        return compiler.index(date);
    }

    private MetadataIndex index(LocalDate date) {
        Map<Bytes, Bytes> certificates = payload.certificates();
        List<String> notes = new ArrayList<>();
        notes.add("not signed: facts compiled from public lists, each model with the date of its newest evidence");
        notes.add(
                concluded
                        + " YubiKey models newer than the signed list: their trust anchors are taken to be those of firmware 5.7.4");
        IndexHeader header = new IndexHeader(
                IndexHeader.Kind.SNAPSHOT,
                payload.number(),
                payload.nextUpdate(),
                date,
                "FIDO metadata no. " + payload.number() + " of " + PAYLOAD_DATE + ", makers' status lists of "
                        + VENDOR_DATE + ", Level 2 list of 2026-06",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                entries.size(),
                payload.totalEntries(),
                certificates.size(),
                notes);
        return MetadataIndex.of(header, List.copyOf(entries.values()), certificates);
    }

    /** Dates, versions and certificate numbers are facts; descriptions and links are left to the signed list. */
    private static MetadataEntry withBareHistory(MetadataEntry entry) {
        return new MetadataEntry(
                entry.aaguid(),
                entry.name(),
                entry.protocolFamily(),
                entry.authenticatorVersion(),
                entry.reports().stream().map(SnapshotCompiler::bare).toList(),
                entry.rootDigests(),
                entry.evidenceDate(),
                entry.versions(),
                entry.attachmentHints());
    }

    private static StatusReport bare(StatusReport report) {
        return new StatusReport(
                report.status(),
                report.effectiveDate(),
                report.sunsetDate(),
                report.authenticatorVersion(),
                report.certificateNumber(),
                report.batchCertificate(),
                Optional.empty(),
                Optional.empty());
    }

    /** A newer status: for a model that is known, confirmation or one more report; else a new model. */
    private void add(VendorStatus status) {
        MetadataEntry known = entries.getOrDefault(status.aaguid(), status.asEntry());
        List<StatusReport> reports = new ArrayList<>(known.reports());
        if (reports.stream().noneMatch(status::confirms)) {
            reports.add(0, status.report());
        }
        entries.put(
                status.aaguid(),
                new MetadataEntry(
                        status.aaguid(),
                        known.name(),
                        known.protocolFamily(),
                        OptionalLong.of(status.authenticatorVersion()),
                        reports,
                        roots(known, status),
                        VENDOR_DATE,
                        status.versions(),
                        known.attachmentHints()));
    }

    private List<Bytes> roots(MetadataEntry known, VendorStatus status) {
        List<Bytes> roots = new ArrayList<>(known.rootDigests());
        boolean newer = roots.isEmpty()
                || status.authenticatorVersion() > known.authenticatorVersion().orElse(0);
        if (known.isYubico() && newer && status.authenticatorVersion() >= FIRMWARE_5_7_4) {
            roots.addAll(entries.get(YUBIKEY_5_7_4).rootDigests());
            concluded++;
        }
        return roots.stream().distinct().toList();
    }

    private void confirm(Aaguid aaguid) {
        entries.computeIfPresent(
                aaguid,
                (model, entry) -> entry.evidenceDate().isBefore(STILL_LISTED_DATE)
                        ? entry.withEvidenceDate(STILL_LISTED_DATE)
                        : entry);
    }
}

package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.model.Aaguid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the payload of a BLOB (FIDO Metadata Service 3.1.1 §3.1.6) and keeps what an index needs. */
final class PayloadReader {
    private static final String WHAT = "the metadata";

    private final LocalDate today;
    private final SortedMap<Aaguid, MetadataEntry> entries = new TreeMap<>();
    private final Map<Bytes, Bytes> certificates = new HashMap<>();
    private OptionalLong number = OptionalLong.empty();
    private Optional<LocalDate> nextUpdate = Optional.empty();
    private boolean hasEntries;
    private int totalEntries;

    private PayloadReader(LocalDate today) {
        this.today = today;
    }

    /** @param today the entries are evidence for this day, or for that of the next update if it is earlier */
    static Metadata read(byte[] json, LocalDate today) {
        return JsonReader.read(json, WHAT, reader -> new PayloadReader(today).payload(reader));
    }

    private Metadata payload(JsonReader json) {
        json.object(name -> {
            switch (name) {
                case "no" -> number = json.number();
                case "nextUpdate" -> nextUpdate = json.date();
                case "entries" -> {
                    hasEntries = true;
                    json.array(() -> new Entry().read(json));
                }
                default -> {}
            }
        });
        long no = number.orElseThrow(() -> new TrustFault(WHAT + " has no serial number"));
        if (!hasEntries) {
            throw new TrustFault(WHAT + " has no entries");
        }
        LocalDate evidence = IndexHeader.earlier(today, nextUpdate.orElse(today));
        return new Metadata(
                no,
                nextUpdate,
                entries.values().stream()
                        .map(entry -> entry.withEvidenceDate(evidence))
                        .toList(),
                certificates,
                totalEntries,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** One entry and, within it, its metadata statement. */
    private final class Entry {
        private Optional<Aaguid> aaguid = Optional.empty();
        private String name = "(no name)";
        private String protocolFamily = MetadataEntry.FIDO2;
        private OptionalLong authenticatorVersion = OptionalLong.empty();
        private final List<StatusReport> reports = new ArrayList<>();
        private final SortedMap<Bytes, Bytes> roots = new TreeMap<>();
        private List<String> versions = List.of();
        private List<String> attachmentHints = List.of();

        void read(JsonReader json) {
            totalEntries++;
            json.object(member -> {
                switch (member) {
                    case "aaguid" -> aaguid = json.text().flatMap(Aaguid::parse);
                    case "statusReports" -> json.array(() -> reports.add(StatusReportJson.read(json)));
                    case "metadataStatement" -> json.object(inner -> statement(inner, json));
                    default -> {}
                }
            });
            if (protocolFamily.equals(MetadataEntry.FIDO2)) {
                aaguid.filter(model -> !model.isNone()).ifPresent(this::keep);
            }
        }

        private void statement(String member, JsonReader json) {
            switch (member) {
                case "description" -> name = json.text().orElse(name).strip();
                case "protocolFamily" -> protocolFamily = json.text().orElse(protocolFamily);
                case "authenticatorVersion" -> authenticatorVersion = json.number();
                case "attachmentHint" -> attachmentHints = json.texts();
                case "attestationRootCertificates" ->
                    json.array(() -> json.base64().ifPresent(der -> roots.put(der.sha256(), der)));
                case "authenticatorGetInfo" ->
                    json.object(inner -> {
                        if (inner.equals("versions")) {
                            versions = json.texts();
                        }
                    });
                default -> {}
            }
        }

        private void keep(Aaguid model) {
            MetadataEntry entry = new MetadataEntry(
                    model,
                    name,
                    protocolFamily,
                    authenticatorVersion,
                    reports,
                    List.copyOf(roots.keySet()),
                    today,
                    versions,
                    attachmentHints);
            certificates.putAll(roots);
            entries.merge(model, entry, MetadataEntry::and);
        }
    }
}

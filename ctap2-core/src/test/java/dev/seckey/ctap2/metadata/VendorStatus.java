package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.model.Aaguid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One model's newest status as its maker's list gives it. */
record VendorStatus(
        Aaguid aaguid,
        String description,
        String status,
        Optional<String> certificateNumber,
        Optional<LocalDate> effectiveDate,
        long authenticatorVersion,
        List<String> versions) {

    static List<VendorStatus> read(Path file) throws IOException {
        String wrapped = "{\"all\":" + Files.readString(file) + "}";
        List<VendorStatus> all = new ArrayList<>();
        JsonReader.read(wrapped.getBytes(StandardCharsets.UTF_8), file.toString(), json -> {
            json.object(member -> json.array(() -> all.add(one(json))));
            return all;
        });
        return all;
    }

    private static VendorStatus one(JsonReader json) {
        Map<String, String> texts = new HashMap<>();
        List<String> versions = new ArrayList<>();
        long[] version = new long[1];
        json.object(member -> {
            switch (member) {
                case "authenticatorVersion" -> version[0] = json.number().orElseThrow();
                case "versions" -> versions.addAll(json.texts());
                default -> json.text().ifPresent(text -> texts.put(member, text));
            }
        });
        return new VendorStatus(
                Aaguid.parse(texts.get("aaguid")).orElseThrow(),
                texts.get("description").strip(),
                texts.get("status"),
                Optional.ofNullable(texts.get("certificateNumber")).filter(text -> !text.isEmpty()),
                Optional.ofNullable(texts.get("effectiveDate")).map(LocalDate::parse),
                version[0],
                versions);
    }

    boolean confirms(StatusReport report) {
        return report.status().equals(status) && report.effectiveDate().equals(effectiveDate);
    }

    StatusReport report() {
        return new StatusReport(
                status,
                effectiveDate,
                Optional.empty(),
                OptionalLong.of(authenticatorVersion),
                certificateNumber,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A model that no list had before: without history, trust anchors and attachment. */
    MetadataEntry asEntry() {
        return new MetadataEntry(
                aaguid,
                description,
                MetadataEntry.FIDO2,
                OptionalLong.of(authenticatorVersion),
                List.of(),
                List.of(),
                LocalDate.MIN,
                versions,
                List.of());
    }
}

package dev.seckey.ctap2.metadata;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.model.Aaguid;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One model as a line of the index; the AAGUID comes first, so that a line can be found without reading it. */
final class EntryJson {
    static final String FIRST = "aaguid";
    static final String NAME = "name";

    private static final String WHAT = "a line of the metadata index";

    private Optional<Aaguid> aaguid = Optional.empty();
    private String name = "";
    private OptionalLong authenticatorVersion = OptionalLong.empty();
    private Optional<LocalDate> evidenceDate = Optional.empty();
    private final List<StatusReport> reports = new ArrayList<>();
    private final List<Bytes> roots = new ArrayList<>();
    private List<String> versions = List.of();
    private List<String> attachmentHints = List.of();

    private EntryJson() {}

    static MetadataEntry read(byte[] line) {
        return JsonReader.read(line, WHAT, json -> {
            EntryJson entry = new EntryJson();
            json.object(member -> entry.member(member, json));
            return new MetadataEntry(
                    entry.aaguid.orElseThrow(() -> new TrustFault(WHAT + " has no AAGUID")),
                    entry.name,
                    MetadataEntry.FIDO2,
                    entry.authenticatorVersion,
                    entry.reports,
                    entry.roots,
                    entry.evidenceDate.orElseThrow(() -> new TrustFault(WHAT + " has no date")),
                    entry.versions,
                    entry.attachmentHints);
        });
    }

    private void member(String member, JsonReader json) {
        switch (member) {
            case FIRST -> aaguid = json.text().flatMap(Aaguid::parse);
            case NAME -> name = json.text().orElse("");
            case "authenticatorVersion" -> authenticatorVersion = json.number();
            case "evidence" -> evidenceDate = json.date();
            case "reports" -> json.array(() -> reports.add(StatusReportJson.read(json)));
            case "roots" -> json.texts().forEach(digest -> roots.add(Bytes.fromHex(digest)));
            case "versions" -> versions = json.texts();
            case "attachment" -> attachmentHints = json.texts();
            default -> {}
        }
    }

    static void write(MetadataEntry entry, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField(FIRST, entry.aaguid().toString());
        out.writeStringField(NAME, entry.name());
        if (entry.authenticatorVersion().isPresent()) {
            out.writeNumberField(
                    "authenticatorVersion", entry.authenticatorVersion().getAsLong());
        }
        out.writeStringField("evidence", entry.evidenceDate().toString());
        out.writeArrayFieldStart("reports");
        for (StatusReport report : entry.reports()) {
            StatusReportJson.write(report, out);
        }
        out.writeEndArray();
        writeTexts("roots", entry.rootDigests().stream().map(Bytes::hex).toList(), out);
        writeTexts("versions", entry.versions(), out);
        writeTexts("attachment", entry.attachmentHints(), out);
        out.writeEndObject();
    }

    static void writeTexts(String name, List<String> texts, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}

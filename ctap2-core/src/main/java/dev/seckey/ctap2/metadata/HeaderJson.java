package dev.seckey.ctap2.metadata;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seckey.ctap2.fault.TrustFault;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first line of an index. */
final class HeaderJson {
    private static final String WHAT = "the header of the metadata index";

    private long schema;
    private String kind = "";
    private long number;
    private Optional<LocalDate> nextUpdate = Optional.empty();
    private Optional<LocalDate> date = Optional.empty();
    private String origin = "";
    private String sourceKind = "";
    private String place = "";
    private Optional<String> etag = Optional.empty();
    private Optional<String> signer = Optional.empty();
    private Optional<String> root = Optional.empty();
    private long entries;
    private long totalEntries;
    private long roots;
    private List<String> notes = List.of();

    private HeaderJson() {}

    static IndexHeader read(byte[] line) {
        return JsonReader.read(line, WHAT, json -> {
            HeaderJson header = new HeaderJson();
            json.object(member -> header.member(member, json));
            return header.checked();
        });
    }

    private void member(String member, JsonReader json) {
        switch (member) {
            case "schema" -> schema = json.number().orElse(0);
            case "kind" -> kind = json.text().orElse("");
            case "no" -> number = json.number().orElse(0);
            case "nextUpdate" -> nextUpdate = json.date();
            case "date" -> date = json.date();
            case "origin" -> origin = json.text().orElse("");
            case "source" -> sourceKind = json.text().orElse("");
            case "place" -> place = json.text().orElse("");
            case "etag" -> etag = json.text();
            case "signer" -> signer = json.text();
            case "root" -> root = json.text();
            case "entries" -> entries = json.number().orElse(0);
            case "totalEntries" -> totalEntries = json.number().orElse(0);
            case "roots" -> roots = json.number().orElse(0);
            case "notes" -> notes = json.texts();
            default -> {}
        }
    }

    private IndexHeader checked() {
        if (schema != IndexHeader.SCHEMA) {
            throw new TrustFault(
                    "the metadata index has schema " + schema + ", this version reads schema " + IndexHeader.SCHEMA);
        }
        IndexHeader.Kind known = switch (kind) {
            case "snapshot" -> IndexHeader.Kind.SNAPSHOT;
            case "blob" -> IndexHeader.Kind.BLOB;
            default -> throw new TrustFault(WHAT + " names no kind that this version knows");
        };
        return new IndexHeader(
                known,
                number,
                nextUpdate,
                date.orElseThrow(() -> new TrustFault(WHAT + " has no date")),
                origin,
                source(),
                signer,
                root,
                (int) entries,
                (int) totalEntries,
                (int) roots,
                notes);
    }

    private Optional<IndexHeader.Source> source() {
        return switch (sourceKind) {
            case "download" -> Optional.of(IndexHeader.Source.download(place, etag));
            case "file" -> Optional.of(IndexHeader.Source.file(place));
            default -> Optional.empty();
        };
    }

    static void write(IndexHeader header, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("schema", IndexHeader.SCHEMA);
        out.writeStringField("kind", header.kind().name().toLowerCase(Locale.ROOT));
        out.writeNumberField("no", header.number());
        StatusReportJson.writeText("nextUpdate", header.nextUpdate().map(LocalDate::toString), out);
        out.writeStringField("date", header.date().toString());
        out.writeStringField("origin", header.origin());
        if (header.source().isPresent()) {
            IndexHeader.Source source = header.source().get();
            out.writeStringField("source", source.kind().name().toLowerCase(Locale.ROOT));
            out.writeStringField("place", source.place());
            StatusReportJson.writeText("etag", source.etag(), out);
        }
        StatusReportJson.writeText("signer", header.signer(), out);
        StatusReportJson.writeText("root", header.root(), out);
        out.writeNumberField("entries", header.entries());
        out.writeNumberField("totalEntries", header.totalEntries());
        out.writeNumberField("roots", header.roots());
        EntryJson.writeTexts("notes", header.notes(), out);
        out.writeEndObject();
    }
}

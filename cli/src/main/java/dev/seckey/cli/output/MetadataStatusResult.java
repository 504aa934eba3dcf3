package dev.seckey.cli.output;

import dev.seckey.ctap2.metadata.IndexHeader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which metadata this machine judges by. */
public record MetadataStatusResult(IndexHeader header, LocalDate today) implements Result {
    @Override
    public void writeText(TextWriter out) {
        out.pair("source", header.origin());
        out.pair("kind", kind());
        header.source().ifPresent(source -> out.pair("came by", cameBy(source)));
        out.pair("number", header.number());
        out.pair("as of", header.dated(today));
        header.nextUpdate().ifPresent(date -> out.pair("next update", date));
        header.staleSince(today)
                .ifPresent(date -> out.pair("warning", "stale since " + date + ": seckey metadata update"));
        header.signer().ifPresent(signer -> out.pair("signed by", shortened(signer)));
        header.root().ifPresent(root -> out.pair("under", shortened(root)));
        out.pair("entries", header.totalEntries());
        out.pair("FIDO2 models", header.entries());
        header.notes().forEach(note -> out.pair("note", note));
    }

    private static String cameBy(IndexHeader.Source source) {
        return switch (source.kind()) {
            case DOWNLOAD ->
                "download from " + source.place()
                        + source.etag().map(etag -> ", ETag " + etag).orElse("");
            case FILE -> "file " + source.place();
        };
    }

    /** What a person needs of a certificate's name; numbers of attributes that have no name are none of it. */
    private static String shortened(String subject) {
        return Arrays.stream(subject.split("(?<!\\\\),"))
                .filter(part -> !part.matches("[0-9.]+=.*"))
                .collect(Collectors.joining(", "));
    }

    /** "download", "file" or "snapshot". */
    private String source() {
        return header.source()
                .map(source -> source.kind().name())
                .orElse(header.kind().name())
                .toLowerCase(Locale.ROOT);
    }

    private String kind() {
        return switch (header.kind()) {
            case SNAPSHOT -> "snapshot of facts, shipped with seckey, not signed";
            case BLOB -> "verified FIDO metadata";
        };
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("kind", header.kind().name().toLowerCase(Locale.ROOT))
                .member("origin", header.origin())
                .member("source", source())
                .member("place", header.source().map(IndexHeader.Source::place))
                .member("etag", header.source().flatMap(IndexHeader.Source::etag))
                .member("number", header.number())
                .member("date", header.date().toString())
                .member("asOf", header.asOf().toString())
                .member("ageDays", header.ageDays(today))
                .member("nextUpdate", header.nextUpdate())
                .member("staleSince", header.staleSince(today))
                .member("signer", header.signer())
                .member("root", header.root())
                .member("entries", header.totalEntries())
                .member("fido2Models", header.entries())
                .strings("notes", header.notes());
    }
}

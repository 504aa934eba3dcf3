package dev.seckey.cli.output;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.metadata.IndexHeader;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of an update.
 *
 * @param failure why nothing was changed
 * @param metadata what is judged by from now on, failure or not
 */
public record MetadataUpdateResult(String outcome, Optional<Fault> failure, Optional<MetadataStatusResult> metadata)
        implements Result {

    /** @param fresh false: what was stored was the newest already */
    public static MetadataUpdateResult done(boolean fresh, IndexHeader header, LocalDate today) {
        return new MetadataUpdateResult(
                fresh ? "updated" : "already the newest",
                Optional.empty(),
                Optional.of(new MetadataStatusResult(header, today)));
    }

    public static MetadataUpdateResult failed(Fault failure, Optional<IndexHeader> kept, LocalDate today) {
        return new MetadataUpdateResult(
                "failed", Optional.of(failure), kept.map(header -> new MetadataStatusResult(header, today)));
    }

    @Override
    public void writeText(TextWriter out) {
        out.pair("outcome", outcome);
        metadata.ifPresent(status -> status.writeText(out));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("outcome", outcome);
        failure.ifPresent(fault -> out.object(
                "failure", inner -> inner.member("kind", kind(fault)).member("message", fault.getMessage())));
        metadata.ifPresent(status -> out.object("metadata", status::writeJson));
    }

    /** "network", "file", or what is wrong with the metadata: "expired", "older", "unknown root" … */
    private static String kind(Fault fault) {
        String name = fault instanceof TrustFault trust
                ? trust.flaw().name()
                : fault.reason().name();
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

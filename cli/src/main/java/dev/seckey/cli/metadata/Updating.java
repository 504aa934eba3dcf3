package dev.seckey.cli.metadata;

import dev.seckey.cli.net.Download;
import dev.seckey.cli.net.Progress;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.metadata.IndexHeader.Source;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.metadata.MetadataStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Brings the stored metadata up to date, or leaves it as it was. */
public final class Updating {
    private final MetadataStore store;
    private final List<X509Certificate> anchors;
    private final Instant at;

    /**
     * @param anchors whom the signer must chain to
     * @param at the moment at which the signer's certificates must be valid
     */
    public Updating(MetadataStore store, List<X509Certificate> anchors, Instant at) {
        this.store = store;
        this.anchors = anchors;
        this.at = at;
    }

    /**
     * What is stored now.
     *
     * @param fresh false: it was the newest already
     */
    public record Updated(boolean fresh, IndexHeader header) {}

    public Updated fromFile(Path file) {
        return keep(file, Source.file(file.getFileName().toString()));
    }

    public Updated download(URI address, Download download, Progress progress) {
        Path scratch = store.scratch();
        try {
            Optional<IndexHeader> known = storedFrom(address);
            Download.Answer answer = download.fetch(
                    known.flatMap(IndexHeader::source).flatMap(Source::etag), scratch, MetadataFile.MOST, progress);
            return answer.fresh()
                    ? keep(scratch, Source.download(address.toString(), answer.etag()))
                    : new Updated(
                            false,
                            known.orElseThrow(() -> new TrustFault(
                                    address + " says that nothing has changed, and nothing is stored from there")));
        } finally {
            delete(scratch);
        }
    }

    private Updated keep(Path file, Source source) {
        MetadataIndex index = store.update(MetadataFile.read(file), source, at, anchors);
        return new Updated(true, index.header());
    }

    /** What was downloaded from there before; a damaged store is fetched anew. */
    private Optional<IndexHeader> storedFrom(URI address) {
        try {
            return store.stored()
                    .map(MetadataIndex::header)
                    .filter(header -> header.source()
                            .filter(source -> source.kind() == Source.Kind.DOWNLOAD
                                    && source.place().equals(address.toString()))
                            .isPresent());
        } catch (TrustFault damaged) {
            return Optional.empty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new FileFault("cannot delete " + file, e);
        }
    }
}

package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Where models are looked up.
 *
 * @param index the real ones
 * @param simulated the simulated ones, only if they were asked for by name
 */
public record Models(MetadataIndex index, Optional<MetadataIndex> simulated) {
    /**
     * What is known of one model.
     *
     * @param roots the trust anchors of its attestation
     * @param source the list that it stands in
     */
    public record Model(MetadataEntry entry, List<X509Certificate> roots, IndexHeader source, boolean isSimulated) {}

    public static Models real(MetadataIndex index) {
        return new Models(index, Optional.empty());
    }

    /** A real model goes before a simulated one; the all-zero AAGUID is none. */
    public Optional<Model> find(Aaguid aaguid) {
        if (aaguid.isNone()) {
            return Optional.empty();
        }
        return find(index, aaguid, false).or(() -> simulated.flatMap(other -> find(other, aaguid, true)));
    }

    private static Optional<Model> find(MetadataIndex index, Aaguid aaguid, boolean isSimulated) {
        return index.find(aaguid).map(entry -> new Model(entry, index.roots(entry), index.header(), isSimulated));
    }
}

package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Aaguid;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the metadata says of one model.
 *
 * @param authenticatorVersion the firmware that the statement describes
 * @param reports the status history, in no order that means anything
 * @param rootDigests SHA-256 of each attestation trust anchor; the certificates are in the
 *     {@linkplain MetadataIndex#roots index}
 * @param evidenceDate the newest day on which all this is known to have held
 * @param versions the protocol versions that the model's getInfo is said to list
 * @param attachmentHints how the model is attached, in the metadata's words: "wired", "nfc"
 */
public record MetadataEntry(
        Aaguid aaguid,
        String name,
        String protocolFamily,
        OptionalLong authenticatorVersion,
        List<StatusReport> reports,
        List<Bytes> rootDigests,
        LocalDate evidenceDate,
        List<String> versions,
        List<String> attachmentHints) {

    /** The one protocol family that this index keeps. */
    public static final String FIDO2 = "fido2";

    public MetadataEntry {
        reports = List.copyOf(reports);
        rootDigests = List.copyOf(rootDigests);
        versions = List.copyOf(versions);
        attachmentHints = List.copyOf(attachmentHints);
    }

    /** The firmware that the statement describes, as people write it where that is known: "5.4.2" for a YubiKey. */
    public Optional<String> firmware() {
        return authenticatorVersion.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        isYubico()
                                ? YubicoVersion.dotted(authenticatorVersion.getAsLong())
                                : Long.toString(authenticatorVersion.getAsLong()));
    }

    /**
     * The oldest firmware of this model that can be trusted (MDS 3.0 §3.1.1, authenticatorVersion), as getInfo numbers it:
     * 5.4.2 is 0x050402 for a YubiKey.
     */
    public Optional<Long> oldestFirmware() {
        return authenticatorVersion.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        isYubico()
                                ? YubicoVersion.bytes(authenticatorVersion.getAsLong())
                                : authenticatorVersion.getAsLong());
    }

    MetadataEntry withEvidenceDate(LocalDate date) {
        return new MetadataEntry(
                aaguid,
                name,
                protocolFamily,
                authenticatorVersion,
                reports,
                rootDigests,
                date,
                versions,
                attachmentHints);
    }

    /** Both histories in one, should a list name a model twice. */
    MetadataEntry and(MetadataEntry other) {
        return new MetadataEntry(
                aaguid,
                name,
                protocolFamily,
                authenticatorVersion,
                union(reports, other.reports),
                union(rootDigests, other.rootDigests),
                evidenceDate,
                versions,
                attachmentHints);
    }

    private static <T> List<T> union(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** Whether the model's name has the maker's in it, whatever the case; YubiKeys are Yubico's. */
    public boolean isOf(String maker) {
        String lower = maker.toLowerCase(Locale.ROOT);
        return name.toLowerCase(Locale.ROOT).contains(lower) || (lower.equals("yubico") && isYubico());
    }

    /** Yubico alone numbers firmware and certificates alike, so that the two can be compared. */
    boolean isYubico() {
        return name.contains("YubiKey") || name.contains("Yubico");
    }
}

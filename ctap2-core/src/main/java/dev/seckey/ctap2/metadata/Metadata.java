package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.bytes.Bytes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole payload, read: the FIDO2 models of it.
 *
 * @param number the serial number "no"
 * @param entries sorted by AAGUID, one each
 * @param certificates attestation trust anchors, DER by their SHA-256
 * @param totalEntries entries of every kind, FIDO2 or not
 * @param signer subject of the signing certificate, where a signature was verified
 * @param root subject of the trust anchor, where a signature was verified
 */
public record Metadata(
        long number,
        Optional<LocalDate> nextUpdate,
        List<MetadataEntry> entries,
        Map<Bytes, Bytes> certificates,
        int totalEntries,
        Optional<String> signer,
        Optional<String> root,
        List<String> notes) {

    public Metadata {
        entries = List.copyOf(entries);
        certificates = Map.copyOf(certificates);
        notes = List.copyOf(notes);
    }

    /**
     * An unsigned payload: only for compiling a snapshot and for tests.
     *
     * @param asOf the day on which the payload was published
     */
    public static Metadata fromPayload(byte[] json, LocalDate asOf) {
        return PayloadReader.read(json, asOf);
    }

    Metadata signedBy(String signerSubject, String rootSubject, List<String> remarks) {
        return new Metadata(
                number,
                nextUpdate,
                entries,
                certificates,
                totalEntries,
                Optional.of(signerSubject),
                Optional.of(rootSubject),
                remarks);
    }
}

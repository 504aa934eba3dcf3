package dev.seckey.ctap2.metadata;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What an index is and where it comes from.
 *
 * @param number the BLOB's serial number "no"; for a snapshot, that of the newest complete list in it
 * @param nextUpdate when the list of that number was to be replaced
 * @param date the day on which a snapshot was compiled or a BLOB verified
 * @param origin one line: the source
 * @param source where a BLOB was fetched from; absent for a snapshot
 * @param signer subject of the certificate that signed the BLOB; absent for a snapshot
 * @param root subject of the trust anchor that the signer chains to; absent for a snapshot
 * @param entries FIDO2 models in the index
 * @param totalEntries entries of every kind in the source
 * @param roots distinct attestation trust anchors in the index
 * @param notes what a reader should know: checks that could not be made, facts that were concluded
 */
public record IndexHeader(
        Kind kind,
        long number,
        Optional<LocalDate> nextUpdate,
        LocalDate date,
        String origin,
        Optional<Source> source,
        Optional<String> signer,
        Optional<String> root,
        int entries,
        int totalEntries,
        int roots,
        List<String> notes) {

    public static final int SCHEMA = 1;

    public enum Kind {
        /** Facts compiled ahead and shipped; nothing in it is signed. */
        SNAPSHOT,
        /** From a BLOB whose signature was verified. */
        BLOB
    }

    /**
     * Where a BLOB came from.
     *
     * @param place its address, or the name of its file
     * @param etag what the server calls this version of it; absent for a file
     */
    public record Source(Kind kind, String place, Optional<String> etag) {
        public enum Kind {
            DOWNLOAD,
            FILE
        }

        public static Source file(String name) {
            return new Source(Kind.FILE, name, Optional.empty());
        }

        public static Source download(String address, Optional<String> etag) {
            return new Source(Kind.DOWNLOAD, address, etag);
        }
    }

    public IndexHeader {
        notes = List.copyOf(notes);
    }

    /**
     * Since when this list should have been replaced; empty while it is current, and for a snapshot, which is never brought
     * up to date and says of each model how old what it knows is.
     */
    public Optional<LocalDate> staleSince(LocalDate today) {
        return nextUpdate.filter(date -> kind == Kind.BLOB && today.isAfter(date));
    }

    /** The newest day for which the list as a whole speaks: a BLOB does not speak for days after its next update. */
    public LocalDate asOf() {
        return kind == Kind.SNAPSHOT ? date : earlier(date, nextUpdate.orElse(date));
    }

    /** How old the list is, in days; never negative. */
    public long ageDays(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(asOf(), today));
    }

    /** "2026-11-24 (3 days ago)". */
    public String dated(LocalDate today) {
        long days = ageDays(today);
        return asOf() + " (" + days + (days == 1 ? " day" : " days") + " ago)";
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

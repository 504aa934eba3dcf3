package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.fault.TrustFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest metadata on this machine: one index in a folder. It is replaced as a whole or not at all. */
public final class MetadataStore {
    private static final String FILE = "metadata.jsonl";

    private final Path folder;
    private final Path file;

    /** @param folder made by the first update, if need be */
    public MetadataStore(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(FILE);
    }

    /** What to judge by: the stored index, or the shipped snapshot where nothing was ever stored. */
    public MetadataIndex current() {
        return stored().orElseGet(MetadataIndex::embedded);
    }

    /**
     * @throws FileFault if the file is there and cannot be read
     * @throws TrustFault if it is damaged: the snapshot does not silently take its place
     */
    public Optional<MetadataIndex> stored() {
        try {
            return Optional.of(MetadataIndex.open(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FileFault("the stored metadata cannot be read: " + file, e);
        } catch (TrustFault e) {
            throw new TrustFault("the stored metadata is damaged, fetch it again: " + file, e);
        }
    }

    /**
     * Verifies a BLOB and keeps its index. On any failure what was stored before stays.
     *
     * @param at the moment at which the signer's certificates must be valid
     * @throws TrustFault if the BLOB cannot be believed, or is older than the stored one
     */
    public MetadataIndex update(byte[] token, Instant at, List<X509Certificate> anchors) {
        Metadata metadata = MetadataBlob.verify(token, at, anchors);
        refuseGoingBack(metadata.number());
        MetadataIndex index = MetadataIndex.of(header(metadata, LocalDate.ofInstant(at, ZoneOffset.UTC)), metadata);
        replace(index.toByteArray());
        return index;
    }

    private void refuseGoingBack(long number) {
        long stored = storedNumber();
        if (number < stored) {
            throw new TrustFault("this metadata is older than what is stored: number " + number + " after " + stored
                    + "; the stored metadata stays");
        }
    }

    /** A damaged store must not keep its own repair out. */
    private long storedNumber() {
        try {
            return stored().map(index -> index.header().number()).orElse(Long.MIN_VALUE);
        } catch (TrustFault damaged) {
            return Long.MIN_VALUE;
        }
    }

    private static IndexHeader header(Metadata metadata, LocalDate verified) {
        List<String> notes = new ArrayList<>(metadata.notes());
        long shipped = MetadataIndex.embedded().header().number();
        if (metadata.number() < shipped) {
            notes.add("older than the list shipped with this version: number " + metadata.number() + ", shipped "
                    + shipped);
        }
        return new IndexHeader(
                IndexHeader.Kind.BLOB,
                metadata.number(),
                metadata.nextUpdate(),
                verified,
                "FIDO Metadata Service BLOB no. " + metadata.number(),
                metadata.signer(),
                metadata.root(),
                metadata.entries().size(),
                metadata.totalEntries(),
                metadata.certificates().size(),
                notes);
    }

    /** Written beside the old file, on the disk before it takes the old one's name. */
    private void replace(byte[] content) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, FILE, ".new");
            try {
                write(fresh, content);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new FileFault("the metadata cannot be stored in " + folder, e);
        }
    }

    private static void write(Path path, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }
}

package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.fault.TrustFault.Flaw;
import dev.seckey.ctap2.files.DurableFile;
import dev.seckey.ctap2.metadata.IndexHeader.Source;
import dev.seckey.ctap2.model.Aaguid;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The newest metadata on this machine: one index in a folder. It is replaced as a whole or not at all. */
public final class MetadataStore {
    private static final String FILE = "metadata.jsonl";

    /**
     * Held while the number is compared and the index replaced, so that of two updates at once the newer stays. It ends
     * with its process, however that ends.
     */
    private static final String TURN = "metadata.lock";

    /** Longer than any update takes: what is older was left by one that was killed. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

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
        return read(MetadataIndex::open);
    }

    /** What a model is called by the current index, for a command that judges nothing. @throws as {@link #stored} */
    public Optional<String> name(Aaguid aaguid) {
        return read(index -> ModelName.in(index, aaguid)).orElseGet(() -> MetadataIndex.embeddedName(aaguid));
    }

    private <T> Optional<T> read(Function<byte[], T> reading) {
        try {
            return Optional.of(reading.apply(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FileFault("cannot read the stored metadata " + file, e);
        } catch (TrustFault e) {
            throw new TrustFault("the stored metadata is damaged, fetch it again: " + file, e);
        }
    }

    /**
     * Verifies a BLOB and keeps its index. On any failure what was stored before stays.
     *
     * @param source where it came from
     * @param at the moment at which the signer's certificates must be valid
     * @throws TrustFault if the BLOB cannot be believed, or is older than the stored one
     */
    public MetadataIndex update(byte[] token, Source source, Instant at, List<X509Certificate> anchors) {
        Metadata metadata = MetadataBlob.verify(token, at, anchors);
        MetadataIndex index =
                MetadataIndex.of(header(metadata, source, LocalDate.ofInstant(at, ZoneOffset.UTC)), metadata);
        byte[] content = index.toByteArray();
        try {
            prepare();
            try (FileChannel turn = FileChannel.open(
                            folder.resolve(TURN), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = turn.lock()) {
                refuseGoingBack(metadata.number());
                DurableFile.replace(file, content);
            }
        } catch (IOException e) {
            throw cannotStore(e);
        }
        return index;
    }

    /**
     * An empty file beside the stored metadata, for a BLOB on its way: the caller deletes it. Those of updates that were
     * killed are cleared away.
     */
    public Path scratch() {
        try {
            prepare();
            return DurableFile.scratch(file);
        } catch (IOException e) {
            throw cannotStore(e);
        }
    }

    private void refuseGoingBack(long number) {
        long stored = storedNumber();
        if (number < stored) {
            throw new TrustFault(
                    Flaw.OLDER, "this metadata is older than what is stored: number " + number + " after " + stored);
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

    private static IndexHeader header(Metadata metadata, Source source, LocalDate verified) {
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
                Optional.of(source),
                metadata.signer(),
                metadata.root(),
                metadata.entries().size(),
                metadata.totalEntries(),
                metadata.certificates().size(),
                notes);
    }

    private FileFault cannotStore(IOException e) {
        return new FileFault("the metadata cannot be stored in " + folder, e);
    }

    private void prepare() throws IOException {
        Files.createDirectories(folder);
        DurableFile.sweep(file, LEFT_OVER);
    }
}

package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.fault.MalformedFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A simulated key's memory in a file, which one process has at a time. It is replaced as a whole after each request that
 * changed something and before that is answered, so it is never half written, and no counter goes back after a crash. Of
 * a simulated key: its secrets stand there as they are.
 */
public final class StateFile implements Memory {
    private static final String KIND = "seckey SIMULATED key";
    private static final int VERSION = 1;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final Field<String> FORMAT = Field.of("format", CborType.TEXT);
    private static final Field<Integer> FORMAT_VERSION = Field.of("version", CborType.UNSIGNED);
    private static final Field<String> PROFILE = Field.of("profile", CborType.TEXT);
    private static final Field<CborMap> STATE = Field.of("state", CborType.MAP);
    private static final Field<Bytes> CHECKSUM = Field.of("sha256", CborType.BYTES);

    private final Path file;
    private final String profile;
    private final FileChannel lockChannel;
    private Bytes kept = Bytes.EMPTY;

    private StateFile(Path file, String profile, FileChannel lockChannel) {
        this.file = file;
        this.profile = profile;
        this.lockChannel = lockChannel;
    }

    /**
     * @param file made when the key is used for the first time; a lock file stands beside it
     * @throws FileFault if another process has it
     */
    public static StateFile open(Path file, Profile profile) {
        Path path = file.toAbsolutePath();
        return new StateFile(path, profile.name(), lock(path));
    }

    private static FileChannel lock(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel).isEmpty()) {
                channel.close();
                throw new FileFault("the simulated key in " + file + " is in use by another process");
            }
            return channel;
        } catch (IOException e) {
            throw new FileFault("cannot lock " + beside, e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<CborMap> load() {
        try {
            CborMap in = Cbor.decodeMap(Bytes.of(Files.readAllBytes(file)));
            return Optional.of(checked(in));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MalformedFault e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new FileFault("cannot read " + file, e);
        }
    }

    private CborMap checked(CborMap in) {
        if (!in.require(FORMAT).equals(KIND)) {
            throw damaged(null);
        }
        if (in.require(FORMAT_VERSION) != VERSION) {
            throw new FileFault(file + " was written by another version of seckey");
        }
        if (!in.require(PROFILE).equals(profile)) {
            throw new FileFault(
                    file + " holds a simulated key \"" + in.require(PROFILE) + "\", not \"" + profile + "\"");
        }
        CborMap state = in.require(STATE);
        if (!state.encode().sha256().equals(in.require(CHECKSUM))) {
            throw damaged(null);
        }
        return state;
    }

    private FileFault damaged(Throwable cause) {
        return new FileFault(file + " is damaged, or holds no simulated key; it was left as it is", cause);
    }

    @Override
    public void keep(Supplier<CborMap> state) {
        CborMap now = state.get();
        Bytes encoded = now.encode();
        if (encoded.equals(kept)) {
            return;
        }
        CborMap out = CborMap.builder()
                .put(FORMAT, KIND)
                .put(FORMAT_VERSION, VERSION)
                .put(PROFILE, profile)
                .put(STATE, now)
                .put(CHECKSUM, encoded.sha256())
                .build();
        replace(out.encode());
        kept = encoded;
    }

    private void replace(Bytes content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = create(fresh)) {
            ByteBuffer buffer = ByteBuffer.wrap(content.toArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new FileFault("cannot write " + fresh, e);
        }
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FileFault("cannot replace " + file, e);
        }
    }

    /** Only its owner may read it, where the file system knows owners. */
    private static FileChannel create(Path fresh) throws IOException {
        Files.deleteIfExists(fresh); // what a crash left
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean knowsOwners = Files.getFileStore(fresh.getParent()).supportsFileAttributeView("posix");
        return knowsOwners
                ? FileChannel.open(fresh, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : FileChannel.open(fresh, options);
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new FileFault("cannot unlock " + file, e);
        }
    }
}

package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.files.DurableFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A simulated key's memory in a file, which one process has at a time. It is replaced as a whole after each request that
 * changed something and before that is answered, so it is never half written, and no counter goes back after a crash. Of
 * a simulated key: its secrets stand there as they are.
 */
public final class StateFile implements Memory {
    private static final String KIND = "seckey SIMULATED key";
    private static final int VERSION = 1;

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
            DurableFile.sweep(file, Duration.ZERO); // whoever was at one of them had the lock
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
        try {
            DurableFile.replace(file, out.encode().toArray());
        } catch (IOException e) {
            throw new FileFault("cannot write " + file, e);
        }
        kept = encoded;
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

package dev.seckey.cli.record;

import dev.seckey.cli.output.Output;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of records to which lines are added, and from which none is ever taken. */
public final class RecordFile implements AutoCloseable {
    private static final int LINE_FEED = '\n';

    private final Path path;
    private final FileChannel channel;

    private RecordFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Opened before the key is asked for anything, so that nobody touches a key for nothing. */
    public static RecordFile open(Path path) {
        try {
            return new RecordFile(
                    path,
                    FileChannel.open(
                            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw fault(path, e);
        }
    }

    /** On the disk when this returns; of several processes with one file, one after the other. */
    public void append(VerifyRecord record) {
        try (FileLock held = channel.lock()) {
            long end = channel.size();
            String before = held.isValid() && end > 0 && lastByte(end) != LINE_FEED ? "\n" : ""; // of a torn line
            ByteBuffer bytes = ByteBuffer.wrap(
                    Bytes.utf8(before + RecordLine.write(record) + "\n").toArray());
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
        } catch (IOException e) {
            throw fault(path, e);
        }
    }

    private int lastByte(long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw fault(path, e);
        }
    }

    private static FileFault fault(Path path, IOException e) {
        return new FileFault("cannot write " + path + ": " + Output.describe(e), e);
    }
}

package dev.seckey.cli.record;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of records to which lines are added, and from which none is ever taken. */
public final class RecordFile implements AutoCloseable {
    /** Octets; a record has about six thousand. */
    private static final long FIRST_LOOK = 1 << 14;

    private static final long LONGEST_LINE = 1 << 24;

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
            String last = end > 0 ? lastLine(end) : "";
            String torn = end > 0 && !last.endsWith("\n") ? "\n" : "";
            VerifyRecord next = last.isBlank() ? record : record.after(RecordLine.sha256(last.stripTrailing()));
            ByteBuffer bytes = ByteBuffer.wrap(
                    Bytes.utf8(torn + RecordLine.write(next) + "\n").toArray());
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
        } catch (IOException e) {
            throw fault(path, e);
        }
    }

    /** With its end; what stands there need not be a record. */
    private String lastLine(long end) throws IOException {
        for (long size = FIRST_LOOK; size <= LONGEST_LINE; size *= 2) {
            long from = Math.max(0, end - size);
            ByteBuffer tail = ByteBuffer.allocate((int) (end - from));
            while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
                // goes on where it stopped
            }
            String text = new String(tail.array(), StandardCharsets.ISO_8859_1);
            int start = text.stripTrailing().lastIndexOf('\n') + 1;
            if (start > 0 || from == 0) {
                return text.substring(start);
            }
        }
        throw new IOException("it is no file of records");
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
        return new FileFault("cannot write " + path, e);
    }
}

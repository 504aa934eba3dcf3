package dev.seckey.cli;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of what went to the key and came from it: milliseconds, direction, hexadecimal, and what was kept back. */
public final class TraceFile implements Trace, AutoCloseable {
    private final Path path;
    private final Writer out;
    private final Ticker ticker;
    private final long start;

    private TraceFile(Path path, Writer out, Ticker ticker) {
        this.path = path;
        this.out = out;
        this.ticker = ticker;
        this.start = ticker.nanos();
    }

    /** @throws FileFault if the file cannot be made */
    public static TraceFile create(Path path, Ticker ticker) {
        try {
            return new TraceFile(path, Files.newBufferedWriter(path, StandardCharsets.US_ASCII), ticker);
        } catch (IOException e) {
            throw fault(path, e);
        }
    }

    private static FileFault fault(Path path, IOException e) {
        return new FileFault("cannot write the trace " + path, e);
    }

    @Override
    public void moved(Direction direction, Bytes bytes, int hidden) {
        long millis = (ticker.nanos() - start) / 1_000_000;
        try {
            out.write(String.format("%6d %s%n", millis, line(direction, bytes, hidden)));
        } catch (IOException e) {
            throw fault(path, e);
        }
    }

    /** {@code > 00000001 …} to the key, {@code <} from it. */
    public static String line(Direction direction, Bytes bytes, int hidden) {
        String kept = hidden == 0 ? "" : " [" + hidden + " bytes left out]";
        return (direction == Direction.TO_KEY ? "> " : "< ") + bytes.hex() + kept;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw fault(path, e);
        }
    }
}

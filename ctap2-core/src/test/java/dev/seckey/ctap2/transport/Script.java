package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/**
 * What goes over a pipe, line by line: {@code >} what the client must send, {@code <} what it is answered,
 * {@code cancel} somebody cancels, {@code unplug} the key is gone. White space in the hexadecimal digits is free, and
 * what follows a {@code #} is a remark.
 */
final class Script {
    private final Deque<String> lines = new ArrayDeque<>();
    private final CancelToken cancel;

    Script(String text, CancelToken cancel) {
        this.cancel = cancel;
        text.lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
    }

    void sent(Bytes octets) {
        act();
        String line = lines.isEmpty() ? "nothing" : lines.remove();
        Assertions.assertTrue(line.startsWith(">"), () -> "expected " + line + ", but the client sent " + octets);
        Assertions.assertEquals(padded(line, octets.size()), octets);
    }

    /** What comes from the key now, cut or filled up to {@code size} bytes if that is not 0. */
    Optional<Bytes> received(int size) {
        act();
        if (lines.isEmpty() || !lines.peek().startsWith("<")) {
            return Optional.empty();
        }
        return Optional.of(padded(lines.remove(), size));
    }

    private void act() {
        while (!lines.isEmpty() && lines.peek().equals("cancel")) {
            lines.remove();
            cancel.cancel();
        }
        if (!lines.isEmpty() && lines.peek().equals("unplug")) {
            throw new TransportFault(Reason.KEY_REMOVED, "the key was pulled out");
        }
    }

    private static Bytes padded(String line, int size) {
        Bytes octets = Bytes.fromHex(line.substring(1));
        return octets.plus(Bytes.of(new byte[Math.max(0, size - octets.size())]));
    }

    void assertDone() {
        Assertions.assertEquals("[]", lines.toString(), "lines that were not played");
    }
}

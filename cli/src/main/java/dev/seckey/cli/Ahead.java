package dev.seckey.cli;

import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.transports.Os;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;

/**
 * What the lines that scripts call in loops will need, begun on a thread of its own while the line is read: before its first
 * Unix socket Java is busy for 12 ms with the tables of a security provider, and before its first resource for 5.
 */
final class Ahead extends Thread {
    private final boolean named;

    private Ahead(boolean named) {
        super("ahead");
        setDaemon(true);
        this.named = named;
    }

    static void begin(String... line) {
        String command = line.length == 0 ? "" : line[0];
        boolean named = command.equals("info");
        if (Os.current() == Os.LINUX && (named || command.equals("list"))) {
            new Ahead(named).start();
        }
    }

    @Override
    public void run() {
        try {
            SocketChannel.open(StandardProtocolFamily.UNIX).close();
            if (named) {
                MetadataIndex.embeddedName(Aaguid.NONE);
            }
        } catch (IOException | RuntimeException e) {
            return; // whoever needs it comes to the same, and says so
        }
    }
}

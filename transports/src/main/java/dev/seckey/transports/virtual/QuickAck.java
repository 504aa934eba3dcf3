package dev.seckey.transports.virtual;

import java.io.IOException;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/**
 * Acknowledges at once. A peer that writes one frame in two pieces with Nagle's algorithm on, as vpcd does, waits for
 * the acknowledgement of the first, which Linux delays by 40 ms. The kernel forgets the option, so it is set again after
 * each read.
 */
final class QuickAck {
    private final Socket socket;
    private final boolean supported;

    QuickAck(Socket socket) {
        this.socket = socket;
        this.supported = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    }

    void arm() throws IOException {
        if (supported) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }
}

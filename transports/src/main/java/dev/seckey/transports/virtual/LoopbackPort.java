package dev.seckey.transports.virtual;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;

/** A TCP port that only programs on this machine reach; they are served one after another. */
final class LoopbackPort implements AutoCloseable {
    private final ServerSocket listener;
    private final AtomicReference<AutoCloseable> current = new AtomicReference<>(() -> {});
    private volatile boolean closed;

    private LoopbackPort(ServerSocket listener) {
        this.listener = listener;
    }

    /**
     * @param port 0 takes any that is free
     * @throws TransportFault if the port is taken
     */
    static LoopbackPort listen(int port) {
        try {
            return new LoopbackPort(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "cannot listen on port " + port, e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Until {@link #close}. */
    void serve(Host host) {
        while (!closed) {
            try (Socket program = accept()) {
                current.set(program);
                if (!closed) {
                    host.serve(program);
                }
            } catch (IOException e) {
                // this program has left; or we were closed, and the loop ends
            }
        }
    }

    private Socket accept() throws IOException {
        try {
            return listener.accept();
        } catch (IOException e) {
            if (closed) {
                throw e;
            }
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "lost port " + port() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
            current.get().close();
        } catch (Exception e) {
            // closed is closed
        }
    }

    /** What is said on a connection. */
    @FunctionalInterface
    interface Host {
        /** @throws IOException when the program has left */
        void serve(Socket program) throws IOException;
    }
}

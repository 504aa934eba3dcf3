package dev.seckey.cli.diagnose.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One address of a computer, and what became of a connection to it.
 *
 * @param failure empty: it answers
 */
record Door(InetAddress address, Socket socket, Optional<IOException> failure) {
    /** A name with more addresses than these has enough that were tried. */
    private static final int MOST = 16;

    /**
     * All addresses at once, in their order. Whoever calls closes the sockets.
     *
     * @param patience for each, milliseconds
     */
    static List<Door> knock(List<InetAddress> addresses, int port, int patience) {
        List<InetAddress> tried = addresses.subList(0, Math.min(MOST, addresses.size()));
        Door[] doors = new Door[tried.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < doors.length; i++) {
            int place = i;
            Thread thread = new Thread(
                    () -> doors[place] = knock(tried.get(place), port, patience), "address: " + tried.get(i));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a probe", e);
            }
        }
        return List.of(doors);
    }

    private static Door knock(InetAddress address, int port, int patience) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), patience);
            socket.setSoTimeout(patience);
            return new Door(address, socket, Optional.empty());
        } catch (IOException e) {
            return new Door(address, socket, Optional.of(e));
        }
    }

    static void close(List<Door> doors) {
        for (Door door : doors) {
            try {
                door.socket.close();
            } catch (IOException e) {
                // it was only tried
            }
        }
    }

    static Optional<Door> firstOpen(List<Door> doors) {
        return doors.stream().filter(Door::isOpen).findFirst();
    }

    boolean isOpen() {
        return failure.isEmpty();
    }

    boolean refuses() {
        return failure.filter(ConnectException.class::isInstance).isPresent();
    }

    /** Whoever tries it first waits. A network without version 6 of IP says so at once, which costs nobody time. */
    boolean keepsWaiting() {
        return failure.filter(SocketTimeoutException.class::isInstance).isPresent();
    }

    @Override
    public String toString() {
        return address.getHostAddress()
                + failure.map(e -> refuses() ? " refuses" : keepsWaiting() ? " does not answer" : ": " + e.getMessage())
                        .orElse(" answers");
    }
}

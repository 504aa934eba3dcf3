package dev.seckey.cli.net;

import dev.seckey.ctap2.metadata.TestAuthority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A proxy that passes connections on, or looks into them, or wants a login first. */
public final class TestProxy implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> challenges;
    private final Optional<String> login;
    private final Optional<Inspection> inspection;

    /** What is shown to the client instead of the server, and what is believed of the server. */
    private record Inspection(SSLContext toClient, SSLContext toServer) {}

    private TestProxy(List<String> challenges, Optional<String> login, Optional<Inspection> inspection)
            throws IOException {
        this.challenges = challenges;
        this.login = login;
        this.inspection = inspection;
        threads.execute(this::serve);
    }

    public static TestProxy passing() {
        return start(List.of(), Optional.empty(), Optional.empty());
    }

    /** @param challenges as in Proxy-Authenticate */
    public static TestProxy wantingLogin(String... challenges) {
        return start(List.of(challenges), Optional.empty(), Optional.empty());
    }

    /** @param accepted the whole value of Proxy-Authorization */
    public static TestProxy acceptingLogin(String accepted) {
        return start(List.of("Basic realm=\"proxy\""), Optional.of(accepted), Optional.empty());
    }

    /** @param own whose certificates it shows @param server who stands behind the server that it believes */
    public static TestProxy inspecting(TestAuthority own, TestAuthority server) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(Trust.storeOf(List.of(server.certificate())));
            SSLContext toServer = SSLContext.getInstance("TLS");
            toServer.init(null, trust.getTrustManagers(), null);
            return start(
                    List.of(),
                    Optional.empty(),
                    Optional.of(new Inspection(TestTls.server(own, "localhost"), toServer)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestProxy start(List<String> challenges, Optional<String> login, Optional<Inspection> inspection) {
        try {
            return new TestProxy(challenges, login, inspection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://" + hostAndPort();
    }

    public String hostAndPort() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    public int port() {
        return door.getLocalPort();
    }

    /** The first lines of all requests so far. */
    public List<String> asked() {
        return asked;
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                threads.execute(() -> talk(client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
            while (true) {
                List<String> request = head(in);
                if (request.isEmpty()) {
                    return;
                }
                asked.add(request.get(0));
                if (isLetIn(request)) {
                    answer(client, "HTTP/1.1 200 Connection established\r\n\r\n");
                    String[] place = request.get(0).split(" ")[1].split(":");
                    connect(client, place[0], Integer.parseInt(place[1]));
                    return;
                }
                StringBuilder refusal = new StringBuilder("HTTP/1.1 407 Proxy Authentication Required\r\n");
                challenges.forEach(challenge ->
                        refusal.append("Proxy-Authenticate: ").append(challenge).append("\r\n"));
                answer(client, refusal.append("Content-Length: 0\r\n\r\n").toString());
            }
        } catch (IOException e) {
            return; // the client has had enough
        }
    }

    /** A request to its empty line; octet by octet, so that nothing of what follows is read. */
    private static List<String> head(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            lines.add(line);
            line = in.readLine();
        }
        return lines;
    }

    private boolean isLetIn(List<String> request) {
        return challenges.isEmpty()
                || login.filter(accepted -> request.stream()
                                .anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: " + accepted)))
                        .isPresent();
    }

    private static void answer(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private void connect(Socket client, String host, int port) throws IOException {
        if (inspection.isEmpty()) {
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                exchange(client, server);
            }
            return;
        }
        SSLSocketFactory toClient = inspection.get().toClient().getSocketFactory();
        SSLSocketFactory toServer = inspection.get().toServer().getSocketFactory();
        try (SSLSocket opened = (SSLSocket)
                        toClient.createSocket(client, client.getInetAddress().getHostName(), 0, true);
                Socket server = toServer.createSocket(host, port)) {
            opened.setUseClientMode(false);
            opened.startHandshake();
            exchange(opened, server);
        }
    }

    private void exchange(Socket client, Socket server) throws IOException {
        threads.execute(() -> {
            try {
                pass(client.getInputStream(), server.getOutputStream());
            } catch (IOException e) {
                return;
            }
        });
        pass(server.getInputStream(), client.getOutputStream());
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

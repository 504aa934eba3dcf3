package dev.seckey.cli.net;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.seckey.ctap2.metadata.TestAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTPS server on this machine's loopback, named localhost. Each request gets the next answer; the last again. */
public final class TestServer implements AutoCloseable {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedDeque<HttpHandler> answers = new ConcurrentLinkedDeque<>();
    private final List<Headers> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private TestServer(TestAuthority authority, String name) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TestTls.server(authority, name)));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static TestServer start(TestAuthority authority) {
        return start(authority, "localhost");
    }

    /** @param name whom its certificate is for */
    public static TestServer start(TestAuthority authority, String name) {
        try {
            return new TestServer(authority, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestHeaders());
        HttpHandler next = answers.size() > 1 ? answers.poll() : answers.peek();
        try (exchange) {
            next.handle(exchange);
        }
    }

    public URI address() {
        return URI.create("https://localhost:" + port() + "/");
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The headers of all requests so far. */
    public List<Headers> requests() {
        return requests;
    }

    public TestServer answering(HttpHandler handler) {
        answers.add(handler);
        return this;
    }

    /** A status without a body. @param headers names and values in turn */
    public TestServer status(int status, String... headers) {
        return answering(exchange -> {
            set(exchange, headers);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    public TestServer body(byte[] body, String... headers) {
        return answering(exchange -> {
            set(exchange, headers);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /** Half of it, and then the connection ends. */
    public TestServer cutHalfWay(byte[] body) {
        return answering(exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(Arrays.copyOf(body, body.length / 2));
            exchange.getResponseBody().flush();
        });
    }

    /** Half of it, and then nothing until the server is closed. */
    public TestServer stallHalfWay(byte[] body) {
        return answering(exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(Arrays.copyOf(body, body.length / 2));
            exchange.getResponseBody().flush();
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Zeros without announcing how many. @param size bytes */
    public TestServer flood(long size) {
        return answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[1 << 16];
            try (OutputStream out = exchange.getResponseBody()) {
                for (long sent = 0; sent < size; sent += chunk.length) {
                    out.write(chunk);
                }
            }
        });
    }

    private static void set(HttpExchange exchange, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

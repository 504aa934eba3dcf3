package dev.seckey.cli.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server of a test's own: in a folder of its own, on a loopback port, run by an account without rights. */
public final class PostgresIsland implements AutoCloseable {
    public static final String PASSWORD = "a+b/c@d secret";
    private static final String USER = "benches";

    private final Path folder;
    private final int port;
    private final Process server;
    private int databases;

    private PostgresIsland(Path folder, int port, Process server) {
        this.folder = folder;
        this.port = port;
        this.server = server;
    }

    public static PostgresIsland start() {
        try {
            Path folder = Files.createTempDirectory("seckey-postgres");
            Path password = Files.writeString(folder.resolve("password"), PASSWORD);
            if (isRoot()) {
                run(List.of("chown", "-R", "nobody", folder.toString()));
            }
            String data = folder.resolve("data").toString();
            run(unprivileged(
                    program("initdb"),
                    "-D",
                    data,
                    "-U",
                    USER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile",
                    password.toString(),
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "-N"));
            int port = freePort();
            Process server = new ProcessBuilder(unprivileged(
                            program("postgres"),
                            "-D",
                            data,
                            "-p",
                            Integer.toString(port),
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=",
                            "-c",
                            "max_connections=50"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            PostgresIsland island = new PostgresIsland(folder, port, server);
            island.awaitStart();
            return island;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitStart() {
        for (int attempt = 0; ; attempt++) {
            try (Connection ignored = connect("postgres")) {
                return;
            } catch (SQLException e) {
                if (attempt == 300 || !server.isAlive()) {
                    close();
                    throw new IllegalStateException("the server did not start", e);
                }
                pause(100);
            }
        }
    }

    /** An empty database, as {@code --ledger} takes it, with the password in it. */
    public String newDatabase() {
        String name = "ledger" + ++databases;
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "postgresql://" + USER + ":" + "a+b%2Fc%40d%20secret" + "@127.0.0.1:" + port + "/" + name;
    }

    /** Past the ledger's own code. */
    public Connection connectTo(String url) throws SQLException {
        return connect(url.substring(url.lastIndexOf('/') + 1));
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, PASSWORD);
    }

    /** As a cable that is pulled out: every connection ends. */
    public void breakConnections() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = '"
                            + USER + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String program(String name) {
        return Arrays.stream(Path.of("/usr/lib/postgresql").toFile().listFiles())
                .map(version -> version.toPath().resolve("bin").resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static List<String> unprivileged(String... command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        all.addAll(List.of(command));
        return all;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.destroyForcibly();
        try {
            server.waitFor();
            run(List.of("rm", "-r", folder.toString()));
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

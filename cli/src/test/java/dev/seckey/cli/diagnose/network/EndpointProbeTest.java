package dev.seckey.cli.diagnose.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.BenchMachine;
import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probed;
import dev.seckey.cli.diagnose.Resolver;
import dev.seckey.cli.diagnose.catalogue.NetEntry;
import dev.seckey.cli.net.TestProxy;
import dev.seckey.cli.net.TestServer;
import dev.seckey.ctap2.metadata.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers and proxies on loopback; the authority of the first is "known to everybody". */
class EndpointProbeTest {
    private static final TestAuthority PUBLIC = TestAuthority.root("CN=Known to everybody");
    private static final TestAuthority COMPANY = TestAuthority.root("CN=The company's own");
    private static final Resolver LOOPBACK = name -> List.of(InetAddress.getLoopbackAddress());

    @TempDir
    private Path root;

    private Resolver resolver = LOOPBACK;
    private Clock clock = Clock.systemUTC();
    private Optional<Detour> detour = Optional.empty();
    private List<X509Certificate> trusted = List.of(PUBLIC.certificate());
    private Duration patience = Duration.ofSeconds(20);
    private String host = "localhost";

    private Probed look(int port) {
        Machine machine = new BenchMachine(root).with(resolver).machine();
        Route route = new Route(
                machine, clock, address -> detour, Roots.of(List.of(PUBLIC.certificate())), Roots.of(trusted));
        Profile.Endpoint endpoint =
                new Profile.Endpoint("a service", URI.create("https://" + host + ":" + port + "/start"), List.of(200));
        return Probed.run(new EndpointProbe(endpoint, route, patience));
    }

    private Probed look(TestServer server) {
        return look(server.address().getPort());
    }

    private static TestServer well() {
        return TestServer.start(PUBLIC).body("hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aServiceThatIsWellIsReached() {
        try (TestServer server = well()) {
            Probed probed = look(server).found(NetEntry.REACHED);
            assertEquals(
                    "localhost:" + server.address().getPort() + ": \"HTTP/1.1 200 OK\"", probed.seen(NetEntry.REACHED));
        }
    }

    @Test
    void forbiddenIsNotOutOfOrder() {
        try (TestServer server = TestServer.start(PUBLIC).status(403)) {
            look(server).found(NetEntry.NOT_ALLOWED);
        }
        try (TestServer server = TestServer.start(PUBLIC).status(503)) {
            look(server).found(NetEntry.OUT_OF_ORDER);
        }
        try (TestServer server = TestServer.start(PUBLIC).status(302, "Location", "https://login.example/")) {
            look(server).found(NetEntry.ODD_STATUS);
        }
    }

    @Test
    void aNameThatNobodyKnowsIsTold() {
        resolver = name -> {
            throw new UnknownHostException(name);
        };
        assertEquals("localhost", look(1).found(NetEntry.NO_NAME).seen(NetEntry.NO_NAME));
    }

    @Test
    void anAddressInsideOfAPrivateNetworkIsTold() {
        host = "service.example";
        try (TestServer server = TestServer.start(PUBLIC, host).body("hello".getBytes(StandardCharsets.UTF_8))) {
            assertEquals(
                    "service.example is 127.0.0.1",
                    look(server)
                            .found(NetEntry.PRIVATE_ADDRESS, NetEntry.REACHED)
                            .seen(NetEntry.PRIVATE_ADDRESS));
        }
    }

    @Test
    void aLineInTheHostsFileIsTold() {
        new BenchMachine(root).file("/etc/hosts", "127.0.0.1 a b # localhost\n10.1.2.3\tlocalhost service # old\n");
        try (TestServer server = well()) {
            assertEquals(
                    "the line: 10.1.2.3\tlocalhost service",
                    look(server).found(NetEntry.HOSTS_FILE, NetEntry.REACHED).seen(NetEntry.HOSTS_FILE));
        }
    }

    @Test
    void aNameServiceThatKnowsEverythingLies() {
        Probed.run(new ResolverProbe(LOOPBACK)).found(NetEntry.LYING_RESOLVER);
        Probed.run(new ResolverProbe(name -> {
                    throw new UnknownHostException(name);
                }))
                .found();
    }

    @Test
    void aClosedPortRefuses() throws IOException {
        int closed;
        try (ServerSocket door = new ServerSocket(0)) {
            closed = door.getLocalPort();
        }
        look(closed).found(NetEntry.REFUSED);
    }

    @Test
    void somethingThatAcceptsAndSaysNothingIsWaitedForNoLongerThanAllowed() throws IOException {
        patience = Duration.ofMillis(300);
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            look(door.getLocalPort()).found(NetEntry.NO_TLS);
        }
    }

    @Test
    void aServiceThatTakesTheQuestionAndNeverAnswersIsTold() {
        patience = Duration.ofSeconds(1);
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = TestServer.start(PUBLIC).answering(exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            look(server).found(NetEntry.NO_ANSWER);
            never.countDown();
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsTold() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread plain = new Thread(() -> {
                try (Socket client = door.accept()) {
                    client.getOutputStream().write("HTTP/1.0 400 no\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    return;
                }
            });
            plain.start();
            look(door.getLocalPort()).found(NetEntry.NO_TLS);
            plain.join();
        }
    }

    @Test
    void aProxyOnTheWayIsANote() {
        try (TestServer server = well();
                TestProxy proxy = TestProxy.passing()) {
            detour = Optional.of(new Detour("127.0.0.1", proxy.port(), "https_proxy"));
            Probed probed = look(server).found(NetEntry.PROXY, NetEntry.REACHED);
            assertEquals(
                    "localhost:" + server.address().getPort() + " by way of 127.0.0.1:" + proxy.port()
                            + " (from https_proxy)",
                    probed.seen(NetEntry.PROXY));
        }
    }

    @Test
    void behindAProxyTheNameNeedNotBeKnownHere() {
        try (TestServer server = well();
                TestProxy proxy = TestProxy.passing()) {
            detour = Optional.of(new Detour("127.0.0.1", proxy.port(), "https_proxy"));
            resolver = name -> {
                if (name.equals("localhost")) {
                    throw new UnknownHostException(name);
                }
                return LOOPBACK.resolve(name);
            };
            look(server).found(NetEntry.PROXY, NetEntry.REACHED);
        }
    }

    @Test
    void aProxyThatInterceptsWithItsOwnRootIsNamed() {
        try (TestServer server = well();
                TestProxy proxy = TestProxy.inspecting(COMPANY, PUBLIC)) {
            detour = Optional.of(new Detour("127.0.0.1", proxy.port(), "https_proxy"));

            Probed untrusted = look(server).found(NetEntry.PROXY, NetEntry.UNTRUSTED);
            assertTrue(untrusted.seen(NetEntry.UNTRUSTED).endsWith(": issued by CN=The company's own"));

            trusted = List.of(PUBLIC.certificate(), COMPANY.certificate());
            look(server).found(NetEntry.PROXY, NetEntry.INTERCEPTED);
        }
    }

    @Test
    void aProxyThatWantsALoginIsTold() {
        try (TestServer server = well();
                TestProxy proxy = TestProxy.wantingLogin("Negotiate")) {
            detour = Optional.of(new Detour("127.0.0.1", proxy.port(), "https_proxy"));
            look(server).found(NetEntry.PROXY, NetEntry.PROXY_LOGIN);
        }
    }

    @Test
    void aProxyThatRefusesIsQuoted() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread proxy = new Thread(() -> {
                try (Socket client = door.accept()) {
                    client.getInputStream().read();
                    client.getOutputStream()
                            .write("HTTP/1.1 403 Blocked by policy\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    client.getInputStream().readAllBytes();
                } catch (IOException e) {
                    return;
                }
            });
            proxy.start();
            detour = Optional.of(new Detour("127.0.0.1", door.getLocalPort(), "https_proxy"));
            Probed probed = look(443).found(NetEntry.PROXY, NetEntry.PROXY_REFUSES);
            assertTrue(probed.seen(NetEntry.PROXY_REFUSES).endsWith("answers \"HTTP/1.1 403 Blocked by policy\""));
            proxy.join();
        }
    }

    @Test
    void aProxyThatIsGoneIsTold() throws IOException {
        int closed;
        try (ServerSocket door = new ServerSocket(0)) {
            closed = door.getLocalPort();
        }
        detour = Optional.of(new Detour("127.0.0.1", closed, "https_proxy"));
        look(443).found(NetEntry.PROXY, NetEntry.PROXY_GONE);
    }

    @Test
    void aCertificateForAnotherNameIsTold() {
        try (TestServer server =
                TestServer.start(PUBLIC, "other.example").body("hello".getBytes(StandardCharsets.UTF_8))) {
            look(server).found(NetEntry.WRONG_NAME);
        }
    }

    @Test
    void aClockThatIsYearsOffMakesCertificatesInvalid() {
        clock = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);
        try (TestServer server = well()) {
            Probed probed = look(server).found(NetEntry.CERTIFICATE_EXPIRED, NetEntry.CLOCK_OFF);
            assertTrue(probed.seen(NetEntry.CERTIFICATE_EXPIRED).endsWith("the clock shows 2020-01-01T00:00:00Z"));
        }
    }

    @Test
    void aClockThatIsAnHourOffIsMeasured() {
        clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-60).minusSeconds(30));
        try (TestServer server = well()) {
            assertEquals(
                    "this computer is 60 minutes behind localhost",
                    look(server).found(NetEntry.REACHED, NetEntry.CLOCK_OFF).seen(NetEntry.CLOCK_OFF));
        }
    }
}

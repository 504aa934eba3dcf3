package dev.seckey.cli.diagnose.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.BenchMachine;
import dev.seckey.cli.diagnose.Diagnosis;
import dev.seckey.cli.diagnose.ProbeRunner;
import dev.seckey.cli.diagnose.Probed;
import dev.seckey.cli.diagnose.catalogue.NetEntry;
import dev.seckey.cli.net.TestServer;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.transports.Os;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The way to a service, straight. */
class EndpointProbeTest extends EndpointBench {
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
    void aNameServiceThatNeverAnswersIsNotWaitedForLongerThanTheLimit() {
        CountDownLatch never = new CountDownLatch(1);
        resolver = name -> {
            try {
                never.await();
                return List.of();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        Diagnosis diagnosis = new ProbeRunner(Os.LINUX, Ticker.SYSTEM, new CancelToken())
                .run(List.of(probe(443), new ResolverProbe(resolver)), Duration.ofMillis(300));
        assertEquals(
                List.of(
                        "RUN-015: the check of a service (localhost:443) did not end within 300 milliseconds, while asking the"
                                + " name service for localhost",
                        "RUN-015: the check of the name service did not end within 300 milliseconds, while asking the name"
                                + " service for a name that cannot exist"),
                diagnosis.findings().stream()
                        .map(finding -> finding.entry().id() + ": " + finding.seen())
                        .sorted()
                        .toList());
        never.countDown();
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
    void everyAddressOfTheServiceIsTriedAndThoseThatDoNotAnswerAreTold() throws IOException {
        resolver = name -> List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1"));
        try (TestServer server = well()) {
            int port = server.address().getPort();
            assertEquals(
                    "localhost:" + port + ": 127.0.0.2 refuses, 127.0.0.1 answers",
                    look(server)
                            .found(NetEntry.SOME_ADDRESSES, NetEntry.REACHED)
                            .seen(NetEntry.SOME_ADDRESSES));
        }
    }

    @Test
    void anAddressThatKeepsEverybodyWaitingDoesNotKeepTheOthersFromAnswering() throws IOException {
        patience = Duration.ofSeconds(2);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        InetAddress full = InetAddress.getByName("127.0.0.3");
        try (TestServer server = well();
                ServerSocket door = new ServerSocket(server.address().getPort(), 1, full);
                Socket first = new Socket(full, door.getLocalPort());
                Socket second = new Socket(full, door.getLocalPort())) {
            assertTrue(first.isConnected() && second.isConnected(), "the queue of the other address is full");
            resolver = name -> List.of(full, loopback);
            Probed probed = look(server);
            assertEquals(
                    "localhost:" + door.getLocalPort() + ": 127.0.0.3 does not answer, 127.0.0.1 answers",
                    probed.found(NetEntry.SOME_ADDRESSES, NetEntry.REACHED).seen(NetEntry.SOME_ADDRESSES));
        }
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

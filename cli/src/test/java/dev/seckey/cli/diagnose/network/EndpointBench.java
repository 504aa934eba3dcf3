package dev.seckey.cli.diagnose.network;

import dev.seckey.cli.bench.BenchMachine;
import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Probed;
import dev.seckey.cli.diagnose.Resolver;
import dev.seckey.cli.net.TestServer;
import dev.seckey.ctap2.metadata.TestAuthority;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Real servers and proxies on loopback; the authority of the first is "known to everybody". */
abstract class EndpointBench {
    static final TestAuthority PUBLIC = TestAuthority.root("CN=Known to everybody");
    static final TestAuthority COMPANY = TestAuthority.root("CN=The company's own");
    static final Resolver LOOPBACK = name -> List.of(InetAddress.getLoopbackAddress());

    @TempDir
    Path root;

    Resolver resolver = LOOPBACK;
    Clock clock = Clock.systemUTC();
    Optional<Detour> detour = Optional.empty();
    List<X509Certificate> trusted = List.of(PUBLIC.certificate());
    Duration patience = Duration.ofSeconds(20);
    String host = "localhost";

    Probe probe(int port) {
        Machine machine = new BenchMachine(root).with(resolver).machine();
        Route route = new Route(
                machine, clock, address -> detour, Roots.of(List.of(PUBLIC.certificate())), Roots.of(trusted));
        Profile.Endpoint endpoint =
                new Profile.Endpoint("a service", URI.create("https://" + host + ":" + port + "/start"), List.of(200));
        return new EndpointProbe(endpoint, route, patience);
    }

    Probed look(int port) {
        return Probed.run(probe(port));
    }

    Probed look(TestServer server) {
        return look(server.address().getPort());
    }

    static TestServer well() {
        return TestServer.start(PUBLIC).body("hello".getBytes(StandardCharsets.UTF_8));
    }
}

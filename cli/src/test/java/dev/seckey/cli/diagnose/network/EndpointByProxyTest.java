package dev.seckey.cli.diagnose.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.diagnose.Probed;
import dev.seckey.cli.diagnose.catalogue.NetEntry;
import dev.seckey.cli.net.TestProxy;
import dev.seckey.cli.net.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way to a service, through a proxy. */
class EndpointByProxyTest extends EndpointBench {
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
}

package dev.seckey.cli.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.net.TestProxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code seckey metadata update} through proxies that pass on, look in, or want a login. */
class MetadataThroughProxyTest extends Downloads {
    private static final String DETOUR = "save it to a file, and name that: seckey metadata update --from FILE";

    @Test
    void aProxyOfTheEnvironmentIsUsed() {
        server.body(blob(200));
        try (TestProxy proxy = TestProxy.passing()) {
            assertEnded(0, bench().with("https_proxy", proxy.address()).run(trusting(webRoot)));
            assertEquals(List.of("CONNECT localhost:" + server.address().getPort() + " HTTP/1.1"), proxy.asked());
        }
    }

    @Test
    void aProxyIsPassedByWhereNoProxySaysSo() {
        server.body(blob(200));
        try (TestProxy proxy = TestProxy.passing()) {
            Bench bench = bench().with("https_proxy", proxy.address()).with("no_proxy", "localhost");
            assertEnded(0, bench.run(trusting(webRoot)));
            assertEquals(List.of(), proxy.asked());
        }
    }

    @Test
    void anInspectingProxyIsRefusedUntilItsRootIsNamed() {
        server.body(blob(200));
        try (TestProxy proxy = TestProxy.inspecting(COMPANY, WEB)) {
            Ran refused = assertEnded(11, bench().run(trusting(webRoot, "--proxy", proxy.address())));
            assertTrue(refused.err().contains("it comes from CN=Company Inspection"), refused.err());
            assertTrue(refused.err().contains("inspecting proxy, name its root certificate: --ca FILE"), refused.err());

            assertEnded(0, bench().run(trusting(companyRoot, "--proxy", proxy.address())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NTLM", "Negotiate"})
    void aProxyThatWantsWhatJavaCannotGiveLeadsToTheBrowser(String scheme) {
        try (TestProxy proxy = TestProxy.wantingLogin(scheme)) {
            Ran ran = assertEnded(11, bench().run(trusting(webRoot, "--proxy", proxy.address())));
            assertTrue(ran.err().contains("wants a login by " + scheme + ", which seckey cannot give"), ran.err());
            assertTrue(ran.err().contains("hint: open " + server.address() + " in a browser, " + DETOUR), ran.err());
        }
    }

    @Test
    void aProxyThatWantsABasicLoginGetsTheOneInItsAddress() {
        server.body(blob(200));
        String accepted =
                "Basic " + Base64.getEncoder().encodeToString("ann:s3cret".getBytes(StandardCharsets.US_ASCII));
        try (TestProxy proxy = TestProxy.acceptingLogin(accepted)) {
            assertEnded(
                    0,
                    bench().with("https_proxy", "http://ann:s3cret@" + proxy.hostAndPort())
                            .run(trusting(webRoot)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic realm=\"proxy\"", "Negotiate"})
    void aLoginThatIsNotAcceptedIsToldAndNotRepeated(String challenge) {
        try (TestProxy proxy = TestProxy.wantingLogin(challenge)) {
            Bench bench = bench().with("https_proxy", "http://ann:s3cret@" + proxy.hostAndPort());
            Ran ran = assertEnded(11, bench.run(trusting(webRoot, "-v")));
            assertTrue(ran.err().contains("does not accept the login given"), ran.err());
            assertFalse(ran.everything().contains("s3cret"), ran.err());
        }
    }

    @Test
    void aProxyThatIsNotThereIsTold() {
        TestProxy proxy = TestProxy.passing();
        proxy.close();

        Ran ran = assertEnded(11, bench().run(trusting(webRoot, "--proxy", proxy.address())));
        assertTrue(
                ran.err().contains("there is no connection to the proxy " + proxy.hostAndPort() + " (from --proxy)"),
                ran.err());
    }
}

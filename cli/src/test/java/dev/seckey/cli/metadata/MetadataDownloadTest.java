package dev.seckey.cli.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.net.TestProxy;
import dev.seckey.cli.net.TestServer;
import dev.seckey.cli.net.TestTls;
import dev.seckey.ctap2.metadata.TestAuthority;
import dev.seckey.ctap2.metadata.TestBlobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code seckey metadata update} over real HTTPS on this machine's loopback, with and without proxies. */
class MetadataDownloadTest {
    private static final TestAuthority WEB = TestAuthority.root("CN=Test Web Root");
    private static final TestAuthority COMPANY = TestAuthority.root("CN=Company Inspection");
    private static final TestBlobs SERVICE = TestBlobs.service();
    private static final String DETOUR = "save it to a file, and name that: seckey metadata update --from FILE";

    @TempDir
    private Path folder;

    private Path home;
    private Path webRoot;
    private Path companyRoot;
    private Path mdsRoot;
    private final TestServer server = TestServer.start(WEB);

    @BeforeEach
    void layOut() throws IOException {
        home = folder.resolve("home");
        webRoot = TestTls.pem(folder.resolve("web.pem"), WEB.certificate());
        companyRoot = TestTls.pem(folder.resolve("company.pem"), COMPANY.certificate());
        mdsRoot = TestTls.pem(folder.resolve("mds.pem"), SERVICE.root().certificate());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsVerifiedIsKeptWithWhereItCameFrom() {
        server.body(blob(200), "ETag", "\"200\"");

        assertEnded(0, update());

        Ran status = bench().run("metadata", "status");
        assertTrue(status.out().contains("number                   200\n"), status.out());
        assertTrue(
                status.out()
                        .contains("came by                  download from " + server.address() + ", ETag \"200\"\n"),
                status.out());
    }

    @Test
    void theNewestIsNotFetchedTwice() {
        server.body(blob(200), "ETag", "\"200\"").status(304);
        assertEnded(0, update());

        Ran again = assertEnded(0, update());

        assertTrue(again.out().startsWith("outcome                  already the newest\n"), again.out());
        assertEquals(List.of("\"200\""), server.requests().get(1).get("If-None-Match"));
    }

    @Test
    void aDamagedStoreIsFetchedWhole() throws IOException {
        server.body(blob(200), "ETag", "\"200\"");
        assertEnded(0, update());
        Files.writeString(home.resolve("metadata.jsonl"), "{");

        assertEnded(0, update());

        assertEquals(null, server.requests().get(1).get("If-None-Match"));
        assertEnded(0, bench().run("metadata", "status"));
    }

    @Test
    void aServerThatIsBusyOnceIsAskedAgain() {
        server.status(429, "Retry-After", "0").body(blob(200));

        assertEnded(0, update());
    }

    @Test
    void aServerThatIsBusyForLongIsTold() throws IOException {
        server.body(blob(200)).status(503, "Retry-After", "600");

        assertNothingChanged(11, "is too busy (503): it asks to be left alone for 600 seconds");
    }

    @Test
    void aConnectionCutHalfWayChangesNothing() throws IOException {
        server.body(blob(200)).cutHalfWay(blob(201));

        assertNothingChanged(11, "broke off");
    }

    @Test
    void moreThan64MegabytesChangeNothing() throws IOException {
        server.body(blob(200)).flood(65 << 20);

        assertNothingChanged(11, "larger than it can be");
    }

    @Test
    void aWebPageInItsPlaceChangesNothing() throws IOException {
        server.body(blob(200)).body("<html>Please log in</html>".getBytes(StandardCharsets.UTF_8));

        assertNothingChanged(9, "this is no metadata BLOB");
    }

    @Test
    void goingBackInNumberIsToldApart() throws IOException {
        server.body(blob(200)).body(blob(199));

        Ran ran = assertNothingChanged(9, "older than what is stored: number 199 after 200", "--json");
        assertTrue(ran.out().contains("\"kind\": \"older\""), ran.out());
    }

    @Test
    void anExpiredSignerIsToldApart() throws IOException {
        Instant yesterday = Instant.parse("2026-11-23T00:00:00Z");
        TestAuthority expired = SERVICE.intermediate().signer("EC", TestBlobs.HOST, TestAuthority.FROM, yesterday);
        TestBlobs late = new TestBlobs(SERVICE.root(), SERVICE.intermediate(), expired);
        server.body(blob(200)).body(blob(late, 201, "2026-12-01"));

        Ran ran = assertNothingChanged(9, "the signer's certificate expired on 2026-11-23", "--json");
        assertTrue(ran.out().contains("\"kind\": \"expired\""), ran.out());
        assertTrue(ran.out().contains("\"number\": 200"), "what is kept: " + ran.out());
    }

    @Test
    void aListPastItsNextUpdateIsTakenAndCalledStale() {
        server.body(blob(SERVICE, 200, "2026-11-01"));

        Ran ran = assertEnded(0, update());
        assertTrue(ran.out().contains("warning                  stale since 2026-11-01"), ran.out());
        Ran json = assertEnded(0, bench().run("metadata", "status", "--json"));
        assertTrue(json.out().contains("\"staleSince\": \"2026-11-01\""), json.out());
    }

    @Test
    void aServerThatNobodyVouchesForIsRefused() {
        server.body(blob(200));

        Ran ran = assertEnded(11, bench().run(command()));
        assertTrue(ran.err().contains("cannot be believed: its certificate is not trusted"), ran.err());
        assertTrue(ran.err().contains("it comes from CN=Test Web Root"), ran.err());
        assertTrue(ran.err().contains("--ca FILE"), ran.err());
        assertEquals(List.of(), server.requests());
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        try (TestServer other = TestServer.start(WEB, "other.example").body(blob(200))) {
            Ran ran = assertEnded(
                    11,
                    bench().run("metadata", "update", "--url", other.address().toString(), "--ca", webRoot.toString()));
            assertTrue(ran.err().contains("its certificate is for another name"), ran.err());
            assertEquals(List.of(), other.requests());
        }
    }

    @Test
    void theSystemsOwnRootsAreTrusted() {
        server.body(blob(200));

        assertEnded(0, bench().with("SSL_CERT_FILE", webRoot.toString()).run(command()));
    }

    @Test
    void plainHttpIsNoSource() {
        Ran ran = assertEnded(2, bench().run("metadata", "update", "--url", "http://localhost/"));
        assertTrue(ran.err().contains("is no https address"), ran.err());
    }

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

    /** The first answer of the server is stored; the second must leave it as it is. */
    private Ran assertNothingChanged(int code, String said, String... more) throws IOException {
        assertEnded(0, update());
        byte[] before = Files.readAllBytes(home.resolve("metadata.jsonl"));

        Ran ran = assertEnded(code, bench().run(trusting(webRoot, more)));

        assertTrue(ran.err().contains(said), ran.err());
        assertTrue(
                ran.err()
                        .contains("the metadata stays as it was: FIDO Metadata Service BLOB no. 200,"
                                + " as of 2026-11-24 (0 days old)\n"),
                ran.err());
        assertArrayEquals(before, Files.readAllBytes(home.resolve("metadata.jsonl")));
        try (Stream<Path> files = Files.list(home)) {
            assertEquals(1, files.count(), "nothing half-written is left");
        }
        return ran;
    }

    private static Ran assertEnded(int code, Ran ran) {
        assertEquals(code, ran.code().number(), ran.err());
        return ran;
    }

    private Bench bench() {
        return new Bench(home);
    }

    private Ran update() {
        return bench().run(trusting(webRoot));
    }

    private String[] trusting(Path root, String... more) {
        return Stream.of(command(), new String[] {"--ca", root.toString()}, more)
                .flatMap(Stream::of)
                .toArray(String[]::new);
    }

    private String[] command() {
        return new String[] {
            "metadata", "update", "--url", server.address().toString(), "--mds-root", mdsRoot.toString()
        };
    }

    private static byte[] blob(long number) {
        return blob(SERVICE, number, "2026-12-01");
    }

    private static byte[] blob(TestBlobs service, long number, String nextUpdate) {
        return service.blob(TestBlobs.payload(
                number,
                nextUpdate,
                TestBlobs.entry(
                        "11111111-2222-3333-4444-555555555555",
                        "A key of the test service",
                        TestBlobs.report("FIDO_CERTIFIED_L2", "2026-02-03"))));
    }
}

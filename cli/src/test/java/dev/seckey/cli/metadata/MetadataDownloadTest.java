package dev.seckey.cli.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.net.TestServer;
import dev.seckey.ctap2.metadata.TestAuthority;
import dev.seckey.ctap2.metadata.TestBlobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code seckey metadata update} over real HTTPS. */
class MetadataDownloadTest extends Downloads {
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

    /** The first answer of the server is stored; the second must leave it as it is. */
    private Ran assertNothingChanged(int code, String said, String... more) throws IOException {
        assertEnded(0, update());
        byte[] before = Files.readAllBytes(home.resolve("metadata.jsonl"));

        Ran ran = assertEnded(code, bench().run(trusting(webRoot, more)));

        assertTrue(ran.err().contains(said), ran.err());
        assertTrue(
                ran.err()
                        .contains("the metadata stays as it was: FIDO Metadata Service BLOB no. 200,"
                                + " as of 2026-11-24 (0 days ago)\n"),
                ran.err());
        assertArrayEquals(before, Files.readAllBytes(home.resolve("metadata.jsonl")));
        try (Stream<Path> files = Files.list(home)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".part")).toList(),
                    "half-written");
        }
        return ran;
    }
}

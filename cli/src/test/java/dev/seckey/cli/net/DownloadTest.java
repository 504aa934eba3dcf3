package dev.seckey.cli.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.NetworkFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.metadata.TestAuthority;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Sleeper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    private static final TestAuthority AUTHORITY = TestAuthority.root("CN=Test Web Root");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final byte[] DOCUMENT = new byte[100_000];
    private static final long MOST = 1_000_000;

    @TempDir
    private Path folder;

    private Path target;
    private final TestServer server = TestServer.start(AUTHORITY);
    private final CancelToken cancel = new CancelToken();
    private final AtomicLong slept = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createFile(folder.resolve("target"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDocumentIsStoredWithItsETag() throws IOException {
        server.body(DOCUMENT, "ETag", "\"7\"");

        Download.Answer answer = fetch(Optional.empty());

        assertEquals(new Download.Answer(true, Optional.of("\"7\"")), answer);
        assertArrayEquals(DOCUMENT, Files.readAllBytes(target));
        assertEquals(List.of("a test"), server.requests().get(0).get("User-Agent"));
        assertTrue(server.requests().get(0).get("If-None-Match") == null);
    }

    @Test
    void whatIsKnownIsNotFetchedAgain() throws IOException {
        server.status(304);

        assertEquals(new Download.Answer(false, Optional.of("\"7\"")), fetch(Optional.of("\"7\"")));
        assertEquals(List.of("\"7\""), server.requests().get(0).get("If-None-Match"));
        assertEquals(0, Files.size(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "Tue, 24 Nov 2026 12:00:07 GMT"})
    void aBusyServerIsLeftAloneForAsLongAsItAsks(String retryAfter) {
        server.status(429, "Retry-After", retryAfter).body(DOCUMENT);

        assertTrue(fetch(Optional.empty()).fresh());
        assertEquals(7_000, slept.get());
    }

    @Test
    void aBusyServerThatDoesNotSayIsAskedAgainAfterTwoAndFourSeconds() {
        server.status(503).status(503).body(DOCUMENT);

        assertTrue(fetch(Optional.empty()).fresh());
        assertEquals(6_000, slept.get());
    }

    @Test
    void aServerThatStaysBusyIsGivenUp() {
        server.status(503);

        assertSaid("is too busy (503)", Optional.empty());
        assertTrue(slept.get() <= BackOff.MOST.toMillis());
        assertTrue(server.requests().size() > 3);
    }

    @Test
    void aServerThatAsksForAnHourIsGivenUpAtOnce() {
        server.status(429, "Retry-After", "3600");

        assertSaid("(429): it asks to be left alone for 3600 seconds", Optional.empty());
        assertEquals(0, slept.get());
    }

    @Test
    void ctrlCEndsTheWaitForABusyServer() {
        server.status(429, "Retry-After", "60");

        TransportFault fault = assertThrows(
                TransportFault.class,
                () -> fetch(millis -> {
                    slept.addAndGet(millis);
                    cancel.cancel();
                }));
        assertEquals(Reason.CANCELLED, fault.reason());
        assertEquals(Waiting.SLICE, slept.get());
    }

    @Test
    void ctrlCEndsADownloadThatHangs() {
        server.stallHalfWay(DOCUMENT);

        TransportFault fault = assertThrows(
                TransportFault.class,
                () -> fetch(server.address(), Optional.empty(), (received, whole) -> cancel.cancel()));
        assertEquals(Reason.CANCELLED, fault.reason());
    }

    @Test
    void aDownloadThatHangsIsGivenUp() {
        server.stallHalfWay(DOCUMENT);

        NetworkFault fault = assertThrows(
                NetworkFault.class,
                () -> fetch(server.address(), Optional.empty(), (received, whole) -> nanos.set(Long.MAX_VALUE / 2)));
        assertTrue(fault.getMessage().contains("nothing more comes from localhost"), fault.getMessage());
    }

    @Test
    void progressIsToldInBytes() {
        server.stallHalfWay(DOCUMENT);

        assertThrows(
                TransportFault.class,
                () -> fetch(server.address(), Optional.empty(), (received, whole) -> {
                    progress.add(received + " of " + whole);
                    if (received >= DOCUMENT.length / 2) { // what comes in pieces is told in pieces
                        cancel.cancel();
                    }
                }));
        assertEquals(
                DOCUMENT.length / 2 + " of " + OptionalLong.of(DOCUMENT.length), progress.get(progress.size() - 1));
    }

    @Test
    void aConnectionCutHalfWayIsNoDocument() {
        server.cutHalfWay(DOCUMENT);

        assertSaid("the connection to localhost:" + server.port() + " broke off", Optional.empty());
    }

    @Test
    void whatIsAnnouncedTooLargeIsNotFetched() {
        server.body(new byte[(int) MOST + 1]);

        assertSaid("larger than it can be", Optional.empty());
    }

    @Test
    void whatGrowsTooLargeIsCutOff() throws IOException {
        server.flood(50 * MOST);

        assertSaid("larger than it can be", Optional.empty());
        assertTrue(Files.size(target) <= MOST);
    }

    @Test
    void aRedirectToHttpsIsFollowed() {
        try (TestServer other = TestServer.start(AUTHORITY).body(DOCUMENT, "ETag", "\"there\"")) {
            server.status(302, "Location", other.address().toString());

            assertEquals(Optional.of("\"there\""), fetch(Optional.empty()).etag());
        }
    }

    @Test
    void aRedirectToPlainHttpIsNotFollowed() {
        server.status(302, "Location", "http://localhost:1/");

        assertSaid("sends us on to http://localhost:1/, which is not followed", Optional.empty());
    }

    @Test
    void anyOtherStatusIsTold() {
        server.status(404);

        assertSaid("answers with status 404", Optional.empty());
    }

    @Test
    void aPortWhereNobodyListensIsTold() {
        server.close();

        assertSaid("there is no connection to localhost:" + server.port(), Optional.empty());
    }

    @Test
    void aNameThatNobodyHasIsTold() {
        NetworkFault fault = assertThrows(
                NetworkFault.class,
                () -> fetch(URI.create("https://no-such-host.invalid/"), Optional.empty(), (received, whole) -> {}));
        assertTrue(fault.getMessage().contains("the name of no-such-host.invalid cannot be found"), fault.getMessage());
        assertEquals(Optional.of("take the detour"), fault.hint());
    }

    @Test
    void aTargetThatCannotBeWrittenIsAFileFault() throws IOException {
        server.body(DOCUMENT);
        Files.delete(target);

        assertEquals(
                Reason.FILE,
                assertThrows(Fault.class, () -> fetch(Optional.empty())).reason());
    }

    private void assertSaid(String text, Optional<String> known) {
        NetworkFault fault = assertThrows(NetworkFault.class, () -> fetch(known));
        assertTrue(fault.getMessage().contains(text), fault.getMessage());
        assertEquals(Optional.of("take the detour"), fault.hint());
    }

    private Download.Answer fetch(Optional<String> known) {
        return fetch(server.address(), known, (received, whole) -> {});
    }

    private Download.Answer fetch(Sleeper sleeper) {
        return download(server.address(), sleeper).fetch(Optional.empty(), target, MOST, (received, whole) -> {});
    }

    private Download.Answer fetch(URI address, Optional<String> known, Progress heard) {
        return download(address, slept::addAndGet).fetch(known, target, MOST, heard);
    }

    private Download download(URI address, Sleeper sleeper) {
        Https https = new Https(
                address,
                new ProxyChoice(Optional.of(ProxyChoice.NONE), Map.of(), () -> null),
                Trust.only(List.of(AUTHORITY.certificate())),
                Duration.ofSeconds(20),
                "take the detour");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Download(https, new Waiting(nanos::get, clock, sleeper, cancel, Duration.ofSeconds(30)), "a test");
    }
}

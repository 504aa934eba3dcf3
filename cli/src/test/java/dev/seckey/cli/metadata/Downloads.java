package dev.seckey.cli.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.net.TestServer;
import dev.seckey.cli.net.TestTls;
import dev.seckey.ctap2.metadata.TestAuthority;
import dev.seckey.ctap2.metadata.TestBlobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with metadata on this machine's loopback, and a bench to fetch them from. */
abstract class Downloads {
    static final TestAuthority WEB = TestAuthority.root("CN=Test Web Root");
    static final TestAuthority COMPANY = TestAuthority.root("CN=Company Inspection");
    static final TestBlobs SERVICE = TestBlobs.service();

    @TempDir
    private Path folder;

    Path home;
    Path webRoot;
    Path companyRoot;
    private Path mdsRoot;
    final TestServer server = TestServer.start(WEB);

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

    static Ran assertEnded(int code, Ran ran) {
        assertEquals(code, ran.code().number(), ran.err());
        return ran;
    }

    Bench bench() {
        return new Bench(home);
    }

    Ran update() {
        return bench().run(trusting(webRoot));
    }

    String[] trusting(Path root, String... more) {
        return Stream.of(command(), new String[] {"--ca", root.toString()}, more)
                .flatMap(Stream::of)
                .toArray(String[]::new);
    }

    String[] command() {
        return new String[] {
            "metadata", "update", "--url", server.address().toString(), "--mds-root", mdsRoot.toString()
        };
    }

    static byte[] blob(long number) {
        return blob(SERVICE, number, "2026-12-01");
    }

    static byte[] blob(TestBlobs service, long number, String nextUpdate) {
        return service.blob(TestBlobs.payload(
                number,
                nextUpdate,
                TestBlobs.entry(
                        "11111111-2222-3333-4444-555555555555",
                        "A key of the test service",
                        TestBlobs.report("FIDO_CERTIFIED_L2", "2026-02-03"))));
    }
}

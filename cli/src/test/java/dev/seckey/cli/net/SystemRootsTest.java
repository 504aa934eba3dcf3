package dev.seckey.cli.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.metadata.TestAuthority;
import dev.seckey.transports.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemRootsTest {
    private static final TestAuthority ONE = TestAuthority.root("CN=One");
    private static final TestAuthority OTHER = TestAuthority.root("CN=Other");

    @TempDir
    private Path folder;

    @Test
    void aBundleIsReadPastCommentsAndPastWhatIsNoCertificate() throws IOException {
        Path bundle = folder.resolve("bundle.pem");
        String one = Files.readString(TestTls.pem(folder.resolve("1"), ONE.certificate()));
        String other = Files.readString(TestTls.pem(folder.resolve("2"), OTHER.certificate()));
        String spoilt = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        Files.writeString(bundle, "# roots\n" + one + spoilt + "Ein Name, Zürich\n" + other);

        assertEquals(
                List.of(ONE.certificate(), OTHER.certificate()),
                SystemRoots.read(Os.LINUX, Map.of("SSL_CERT_FILE", bundle.toString())));
    }

    @Test
    void theFirstBundleThatIsThereIsTaken() throws IOException {
        Path there = Files.createFile(folder.resolve("there.pem"));
        assertEquals(
                Optional.of(there),
                SystemRoots.bundle(Map.of("SSL_CERT_FILE", " "), List.of(folder.resolve("missing.pem"), there)));
        assertEquals(Optional.empty(), SystemRoots.bundle(Map.of(), List.of(folder.resolve("missing.pem"))));
    }

    @Test
    void aSystemWithoutSuchAStoreHasNoRoots() {
        assertEquals(List.of(), SystemRoots.fromBundle(folder.resolve("missing.pem")));
    }
}

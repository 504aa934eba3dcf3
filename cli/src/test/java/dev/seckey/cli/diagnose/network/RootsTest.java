package dev.seckey.cli.diagnose.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.BenchMachine;
import dev.seckey.cli.net.TestTls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootsTest {
    @TempDir
    private Path root;

    @Test
    void aRootThatTheAdministratorAddedIsNotKnownToEverybodyThoughJavaHasIt() throws Exception {
        X509Certificate javas = anyOfJavas();
        BenchMachine machine = new BenchMachine(root);
        assertTrue(Roots.known(machine.machine()).hold(List.of(javas)));

        Path added = Files.createDirectories(root.resolve("usr/local/share/ca-certificates"));
        TestTls.pem(added.resolve("company.crt"), javas);

        assertFalse(Roots.known(machine.machine()).hold(List.of(javas)));
    }

    private static X509Certificate anyOfJavas() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .filter(RootsTest::isOrdinary)
                .findFirst()
                .orElseThrow();
    }

    /** Whose own signature passes today's rules. */
    private static boolean isOrdinary(X509Certificate certificate) {
        return certificate.getSigAlgName().equals("SHA256withRSA") && certificate.getVersion() == 3;
    }
}

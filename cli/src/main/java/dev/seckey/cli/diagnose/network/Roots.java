package dev.seckey.cli.diagnose.network;

import dev.seckey.cli.diagnose.Machine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Authorities from which a chain of certificates may hang. */
public final class Roots {
    /** Where Debian and Fedora keep what an administrator added. */
    private static final List<String> ADDED =
            List.of("/usr/local/share/ca-certificates", "/etc/pki/ca-trust/source/anchors", "/etc/pki/trust/anchors");

    private final Set<X509Certificate> roots;

    private Roots(Set<X509Certificate> roots) {
        this.roots = roots;
    }

    public static Roots of(Collection<X509Certificate> roots) {
        return new Roots(Set.copyOf(roots));
    }

    /**
     * Those that are known in public: Java's, without those that this computer's administrator added (on some systems Java
     * takes them over from the system).
     */
    public static Roots known(Machine machine) {
        Set<X509Certificate> all = new HashSet<>(javas());
        added(machine).forEach(all::remove);
        return new Roots(all);
    }

    private static List<X509Certificate> javas() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }

    private static List<X509Certificate> added(Machine machine) {
        return ADDED.stream()
                .flatMap(folder -> Machine.entries(machine.at(folder)).stream())
                .flatMap(file -> certificates(file).stream())
                .toList();
    }

    private static List<X509Certificate> certificates(Path file) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | GeneralSecurityException e) {
            return List.of(); // a folder, or another kind of file
        }
    }

    /** Whether a chain hangs from one of them. Dates are looked at elsewhere: the chain is judged on a day it is valid on. */
    boolean hold(List<X509Certificate> chain) {
        if (roots.isEmpty()) {
            return false;
        }
        try {
            X509CertSelector leaf = new X509CertSelector();
            leaf.setCertificate(chain.get(0));
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                    roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet()), leaf);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(someDay(chain));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** In the middle of the time in which the server's own certificate is valid. */
    private static Date someDay(List<X509Certificate> chain) {
        Instant from = chain.get(0).getNotBefore().toInstant();
        Instant to = chain.get(0).getNotAfter().toInstant();
        return Date.from(from.plusSeconds((to.getEpochSecond() - from.getEpochSecond()) / 2));
    }
}

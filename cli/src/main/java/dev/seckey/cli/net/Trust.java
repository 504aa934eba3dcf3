package dev.seckey.cli.net;

import dev.seckey.transports.Os;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whom a TLS connection may end at: whoever chains to a root of Java, of the operating system, or of those named. Paths,
 * dates and the host's name are checked by the JDK, always.
 */
public final class Trust {
    private final Set<X509Certificate> roots;

    private Trust(Set<X509Certificate> roots) {
        this.roots = roots;
    }

    /** @param named on the command line, besides Java's and the system's own */
    public static Trust of(List<X509Certificate> named, Map<String, String> environment) {
        Set<X509Certificate> roots = new LinkedHashSet<>(javas());
        roots.addAll(SystemRoots.read(Os.current(), environment));
        roots.addAll(named);
        return new Trust(roots);
    }

    /** Those alone. */
    static Trust only(List<X509Certificate> roots) {
        return new Trust(Set.copyOf(roots));
    }

    private static List<X509Certificate> javas() {
        try {
            TrustManagerFactory factory = factory();
            factory.init((KeyStore) null);
            return Arrays.asList(manager(factory).getAcceptedIssuers());
        } catch (GeneralSecurityException e) {
            return List.of(); // a Java without roots: the system's remain
        }
    }

    public Set<X509Certificate> roots() {
        return Set.copyOf(roots);
    }

    /**
     * For one connection after another.
     *
     * @param seen gets the certificates of each server before they are checked, the server's first
     */
    SSLContext context(SeenChain seen) {
        try {
            TrustManagerFactory factory = factory();
            factory.init(storeOf(roots));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new WatchedTrust(manager(factory), seen)}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    static KeyStore storeOf(Collection<X509Certificate> roots) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (X509Certificate root : roots) {
            store.setCertificateEntry("root" + number++, root);
        }
        return store;
    }

    private static TrustManagerFactory factory() throws GeneralSecurityException {
        return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    }

    private static X509ExtendedTrustManager manager(TrustManagerFactory factory) throws GeneralSecurityException {
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("no " + X509TrustManager.class.getSimpleName() + " that knows the host");
    }
}

package dev.seckey.ctap2.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** The roots that the FIDO Metadata Service's signer has chained to: GlobalSign R3, and R46 since August 2026. */
public final class MetadataRoots {
    private MetadataRoots() {}

    public static List<X509Certificate> standard() {
        return List.of(resource("roots/globalsign-r3.pem"), resource("roots/globalsign-r46.pem"));
    }

    private static X509Certificate resource(String name) {
        try (InputStream in = MetadataRoots.class.getResourceAsStream(name)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new IllegalStateException("the resource " + name + " is damaged", e);
        }
    }
}

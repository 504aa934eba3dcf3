package dev.seckey.cli.metadata;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.fault.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates in a file, PEM or DER. */
public final class CertificateFile {
    private CertificateFile() {}

    public static List<X509Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> all = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (all.isEmpty()) {
                throw new UsageException("there is no certificate in " + file);
            }
            return all;
        } catch (IOException e) {
            throw new FileFault("cannot read " + file, e);
        } catch (CertificateException e) {
            throw new UsageException("there is no certificate that can be read in " + file);
        }
    }
}

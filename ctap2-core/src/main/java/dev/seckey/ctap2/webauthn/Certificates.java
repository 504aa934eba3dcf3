package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;

/** From DER to certificates. */
public final class Certificates {
    /** The first byte of every certificate; without it the JDK would go looking for PEM. */
    private static final int SEQUENCE = 0x30;

    private Certificates() {}

    /**
     * The certificate at the start of these bytes. Bytes after its end are let pass: one root in use has some.
     *
     * @throws MalformedFault if no certificate can be read
     */
    public static X509Certificate parse(Bytes der) {
        if (der.isEmpty() || der.at(0) != SEQUENCE) {
            throw malformed(null);
        }
        try {
            return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der.toArray()));
        } catch (CertificateException | RuntimeException e) {
            // The JDK reports some malformed certificates by exceptions that it does not declare.
            throw malformed(e);
        }
    }

    static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("every Java platform has X.509", e);
        }
    }

    /** In how many bytes it was signed and stands, without what followed it. */
    static int size(Certificate certificate) {
        try {
            return certificate.getEncoded().length;
        } catch (CertificateException e) {
            throw malformed(e);
        }
    }

    /** The subject as a person reads it. */
    static String name(X509Certificate certificate) {
        return name(certificate.getSubjectX500Principal());
    }

    /** On one line, without what could move a terminal's cursor: names come from whoever made the certificate. */
    static String name(X500Principal principal) {
        String name = principal.getName().replaceAll("\\p{C}", "?");
        return name.isEmpty() ? "(no name)" : name;
    }

    private static MalformedFault malformed(Exception cause) {
        return new MalformedFault(CtapStatus.INVALID_PARAMETER, "a certificate that cannot be read", cause);
    }
}

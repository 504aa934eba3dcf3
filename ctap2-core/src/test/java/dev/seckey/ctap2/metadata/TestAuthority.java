package dev.seckey.ctap2.metadata;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key pair with a certificate, for tests: a root, an intermediate or a signer. */
public record TestAuthority(KeyPair keys, X509Certificate certificate) {
    public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant TO = Instant.parse("2046-01-01T00:00:00Z");

    /** The same for each certificate: nothing here looks at serial numbers. */
    private static final BigInteger SERIAL = BigInteger.ONE;

    public static TestAuthority root(String subject) {
        KeyPair keys = keys("EC", 256);
        return new TestAuthority(keys, certify(subject, keys, subject, keys.getPrivate(), FROM, TO, List.of(), true));
    }

    public TestAuthority intermediate(String subject) {
        KeyPair fresh = keys("EC", 256);
        return new TestAuthority(fresh, issue(subject, fresh, FROM, TO, List.of(), true));
    }

    /** @param algorithm EC for ES256, RSA for RS256 */
    public TestAuthority signer(String algorithm, String host, Instant from, Instant to) {
        KeyPair fresh = keys(algorithm, algorithm.equals("RSA") ? 2048 : 256);
        return new TestAuthority(fresh, issue("CN=" + host, fresh, from, to, List.of(host), false));
    }

    /** The other's subject and key, certified by this one. */
    public X509Certificate crossSign(TestAuthority other) {
        String subject = other.certificate.getSubjectX500Principal().getName();
        return issue(subject, other.keys, FROM, TO, List.of(), true);
    }

    private X509Certificate issue(
            String subject, KeyPair subjectKeys, Instant from, Instant to, List<String> hosts, boolean authority) {
        String issuer = certificate.getSubjectX500Principal().getName();
        return certify(subject, subjectKeys, issuer, keys.getPrivate(), from, to, hosts, authority);
    }

    private static X509Certificate certify(
            String subject,
            KeyPair subjectKeys,
            String issuer,
            PrivateKey issuerKey,
            Instant from,
            Instant to,
            List<String> hosts,
            boolean authority) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Principal(issuer),
                    SERIAL,
                    Date.from(from),
                    Date.from(to),
                    new X500Principal(subject),
                    subjectKeys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!hosts.isEmpty()) {
                GeneralName[] names = hosts.stream()
                        .map(host -> new GeneralName(GeneralName.dNSName, host))
                        .toArray(GeneralName[]::new);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey)));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

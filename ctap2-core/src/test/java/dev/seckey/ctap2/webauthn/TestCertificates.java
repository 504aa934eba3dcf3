package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v1CertificateBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates: a good attestation certificate unless told otherwise. */
public final class TestCertificates {
    public static final String SUBJECT = "C=SE,O=Keys AB,OU=Authenticator Attestation,CN=Keys Model 1";
    public static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    public static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
    public static final Instant END = Instant.parse("2040-01-01T00:00:00Z");

    private String subject = SUBJECT;
    private Instant begin = BEGIN;
    private Instant end = END;
    private int version = 3;
    private Optional<Issued> issuer = Optional.empty();
    private Optional<SubjectPublicKeyInfo> certified = Optional.empty();
    private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();

    private TestCertificates() {}

    /** A certificate with its key. */
    public record Issued(X509Certificate certificate, PrivateKey key) {
        public Bytes sign(Bytes message) {
            try {
                Signature signer = Signature.getInstance("SHA256withECDSA");
                signer.initSign(key);
                signer.update(message.toArray());
                return Bytes.of(signer.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        public Bytes der() {
            try {
                return Bytes.of(certificate.getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static TestCertificates leaf() {
        return new TestCertificates().authority(false);
    }

    public static TestCertificates authority(String name) {
        return new TestCertificates().subject("CN=" + name).authority(true);
    }

    public TestCertificates subject(String subject) {
        this.subject = subject;
        return this;
    }

    public TestCertificates valid(Instant begin, Instant end) {
        this.begin = begin;
        this.end = end;
        return this;
    }

    /** Version 1 has no extensions. */
    public TestCertificates version1() {
        this.version = 1;
        return this;
    }

    public TestCertificates authority(boolean isAuthority) {
        return extension(Extension.basicConstraints.getId(), true, new BasicConstraints(isAuthority));
    }

    public TestCertificates withoutBasicConstraints() {
        extensions.remove(Extension.basicConstraints);
        return this;
    }

    /** An extension whose value is an octet string, as FIDO's and Yubico's are. */
    public TestCertificates octets(String oid, boolean critical, Bytes octets) {
        return extension(oid, critical, new DEROctetString(octets.toArray()));
    }

    public TestCertificates extension(String oid, boolean critical, ASN1Encodable value) {
        try {
            ASN1ObjectIdentifier id = new ASN1ObjectIdentifier(oid);
            extensions.put(id, new Extension(id, critical, new DEROctetString(value)));
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For this key; the one that comes with the certificate is then of no use. */
    public TestCertificates certifying(SubjectPublicKeyInfo publicKey) {
        this.certified = Optional.of(publicKey);
        return this;
    }

    public TestCertificates issuedBy(Issued issuer) {
        this.issuer = Optional.of(issuer);
        return this;
    }

    /** With a new key on P-256; self-signed if nobody is named as issuer. */
    public Issued make() {
        return make(new ECGenParameterSpec("secp256r1"));
    }

    public Issued make(ECGenParameterSpec curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(curve);
            KeyPair pair = generator.generateKeyPair();
            PrivateKey signer = issuer.map(Issued::key).orElse(pair.getPrivate());
            X500Name issuerName = issuer.map(by -> X500Name.getInstance(
                            by.certificate().getSubjectX500Principal().getEncoded()))
                    .orElse(new X500Name(subject));
            SubjectPublicKeyInfo publicKey = certified.orElse(
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
            return new Issued(Certificates.parse(Bytes.of(encode(issuerName, publicKey, signer))), pair.getPrivate());
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] encode(X500Name issuerName, SubjectPublicKeyInfo publicKey, PrivateKey key)
            throws IOException, OperatorCreationException {
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
        Date from = Date.from(begin);
        Date until = Date.from(end);
        X500Name name = new X500Name(subject);
        if (version == 1) {
            return new X509v1CertificateBuilder(issuerName, BigInteger.ONE, from, until, name, publicKey)
                    .build(signer)
                    .getEncoded();
        }
        var builder = new X509v3CertificateBuilder(issuerName, BigInteger.ONE, from, until, name, publicKey);
        for (Extension extension : extensions.values()) {
            builder.addExtension(extension);
        }
        return builder.build(signer).getEncoded();
    }
}

package dev.seckey.ctap2.metadata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes metadata BLOBs, signed by a metadata service of its own: root, intermediate, signer.
 *
 * <pre>
 * TestBlobs service = TestBlobs.service();
 * byte[] blob = service.blob(TestBlobs.payload(1, "2026-12-01", TestBlobs.entry(aaguid, "A key", report)));
 * MetadataBlob.verify(blob, TestBlobs.NOW, service.anchors());
 * </pre>
 */
public record TestBlobs(TestAuthority root, TestAuthority intermediate, TestAuthority signer) {
    public static final String HOST = "mds.fidoalliance.org";

    /** All certificates are valid at this moment, and for twenty years. */
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /** A service that signs with ES256. */
    public static TestBlobs service() {
        return service("EC", HOST, TestAuthority.FROM, TestAuthority.TO);
    }

    /** @param algorithm EC for ES256, RSA for RS256 */
    public static TestBlobs service(String algorithm, String host, Instant from, Instant to) {
        TestAuthority root = TestAuthority.root("CN=Test Metadata Root");
        TestAuthority intermediate = root.intermediate("CN=Test Metadata Intermediate");
        return new TestBlobs(root, intermediate, intermediate.signer(algorithm, host, from, to));
    }

    public List<X509Certificate> anchors() {
        return List.of(root.certificate());
    }

    /** Signed, with signer and intermediate in the header. */
    public byte[] blob(String payload) {
        return blob(payload, signer.certificate(), intermediate.certificate());
    }

    /** Signed, with these certificates in the header. */
    public byte[] blob(String payload, X509Certificate... chain) {
        String algorithm = signer.keys().getPrivate().getAlgorithm().equals("RSA") ? "RS256" : "ES256";
        return blobWithHeader("\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"," + x5c(chain), payload);
    }

    /** Signed as the signer can, whatever the header says. @param members the header's, without its braces */
    public byte[] blobWithHeader(String members, String payload) {
        String text = base64url("{" + members + "}") + "." + base64url(payload);
        return (text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sign(text)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static String x5c(X509Certificate... chain) {
        return Arrays.stream(chain)
                .map(TestBlobs::der)
                .map(der -> "\"" + Base64.getEncoder().encodeToString(der) + "\"")
                .collect(Collectors.joining(",", "\"x5c\":[", "]"));
    }

    public static String payload(long number, String nextUpdate, String... entries) {
        return "{\"legalHeader\":\"\",\"no\":" + number + ",\"nextUpdate\":\"" + nextUpdate + "\",\"entries\":["
                + String.join(",", entries) + "]}";
    }

    /** A FIDO2 entry without trust anchors. @param reports JSON objects, see {@link #report} */
    public static String entry(String aaguid, String name, String... reports) {
        return entry(aaguid, name, List.of(), reports);
    }

    public static String entry(String aaguid, String name, List<X509Certificate> roots, String... reports) {
        String certificates = roots.stream()
                .map(root -> "\"" + Base64.getEncoder().encodeToString(der(root)) + "\"")
                .collect(Collectors.joining(","));
        return "{\"aaguid\":\"" + aaguid + "\",\"metadataStatement\":{\"description\":\"" + name
                + "\",\"protocolFamily\":\"fido2\",\"attestationRootCertificates\":[" + certificates
                + "]},\"statusReports\":[" + String.join(",", reports) + "]}";
    }

    public static String report(String status, String effectiveDate) {
        return "{\"status\":\"" + status + "\",\"effectiveDate\":\"" + effectiveDate + "\"}";
    }

    private byte[] sign(String text) {
        boolean rsa = signer.keys().getPrivate().getAlgorithm().equals("RSA");
        try {
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign(signer.keys().getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

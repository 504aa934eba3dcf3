package dev.seckey.ctap2.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.seckey.ctap2.metadata.IndexHeader.Source;
import dev.seckey.ctap2.model.Aaguid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What an update costs, beside a bare JDK signature check with a streaming read of every token of the same BLOB; and what
 * a look-up costs. Started by hand, each measure in a process of its own, since an update is the first thing a process does:
 *
 * <pre>
 * java -cp … dev.seckey.ctap2.metadata.MetadataBenchmark make blob.jwt root.der   10.4 MB
 * java -cp … dev.seckey.ctap2.metadata.MetadataBenchmark bare blob.jwt
 * java -cp … dev.seckey.ctap2.metadata.MetadataBenchmark update blob.jwt root.der HOME
 * java -cp … dev.seckey.ctap2.metadata.MetadataBenchmark find HOME AAGUID
 * </pre>
 */
final class MetadataBenchmark {
    /** 470 models with icons make 10.4 MB. */
    private static final int MODELS = 470;

    private static final int ICON_SIZE = 10_900;

    private MetadataBenchmark() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        long start = System.nanoTime();
        switch (args[0]) {
            case "make" -> make(Path.of(args[1]), Path.of(args[2]));
            case "bare" -> bare(Files.readAllBytes(Path.of(args[1])));
            case "update" -> update(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
            case "find" -> find(Path.of(args[1]), args[2]);
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.out.println(args[0] + " " + (System.nanoTime() - start) / 1_000 + " µs");
    }

    private static void make(Path blob, Path root) throws IOException, GeneralSecurityException {
        TestBlobs service = TestBlobs.service("RSA", TestBlobs.HOST, TestAuthority.FROM, TestAuthority.TO);
        Files.write(blob, service.blob(LargeBlobs.payload(300, MODELS, ICON_SIZE)));
        Files.write(root, service.root().certificate().getEncoded());
    }

    /** The least that anybody must do who checks the signature and reads the payload. */
    private static void bare(byte[] token) throws IOException, GeneralSecurityException {
        String text = new String(token, StandardCharsets.ISO_8859_1);
        int first = text.indexOf('.');
        int second = text.lastIndexOf('.');
        PublicKey key = Jwt.parse(token).chain().get(0).getPublicKey();
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(token, 0, second);
        boolean signed =
                verifier.verify(Base64.getUrlDecoder().decode(Arrays.copyOfRange(token, second + 1, token.length)));
        byte[] payload = Base64.getUrlDecoder().decode(Arrays.copyOfRange(token, first + 1, second));
        long tokens = 0;
        try (JsonParser parser = new JsonFactory().createParser(payload)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        System.out.println("signature " + signed + ", " + tokens + " JSON tokens in " + payload.length + " bytes");
    }

    private static void update(Path blob, Path root, Path home) throws IOException, GeneralSecurityException {
        MetadataIndex index = new MetadataStore(home)
                .update(
                        Files.readAllBytes(blob),
                        Source.file("a benchmark"),
                        TestBlobs.NOW,
                        List.of(certificate(root)));
        System.out.println(index.header().entries() + " models, " + index.toByteArray().length + " bytes of index");
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** The first is what it adds to a process; the second, with every class loaded, is the look-up alone. */
    private static void find(Path home, String aaguid) {
        for (int time = 1; time <= 2; time++) {
            long start = System.nanoTime();
            MetadataIndex index = new MetadataStore(home).current();
            long opened = System.nanoTime();
            String name = index.find(Aaguid.parse(aaguid).orElseThrow())
                    .map(MetadataEntry::name)
                    .orElse("unknown");
            long found = System.nanoTime();
            System.out.println("opened in " + (opened - start) / 1_000 + " µs, " + name + " found in "
                    + (found - opened) / 1_000 + " µs");
        }
    }
}

package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.metadata.StatusReport;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.Algorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * Makes the resources of the simulated models: the attestation key and certificate of each, and their metadata. Every
 * key follows from its own name, so nothing here is secret, the output is always the same, and no trust store should
 * ever hold the root. Run it after a change and check the result in:
 *
 * <pre>
 * mvn -q -pl ctap2-core test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp ctap2-core/target/classes:ctap2-core/target/test-classes:$(cat ctap2-core/target/classpath) \
 *     dev.seckey.ctap2.soft.SimulatedModelsCompiler ctap2-core/src/main/resources/dev/seckey/ctap2/soft
 * </pre>
 */
public final class SimulatedModelsCompiler {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2126-01-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static final String ROOT = "C=GB,O=seckey SIMULATED,CN=seckey SIMULATED attestation root";
    private static final String COUNTERFEITER = "C=GB,O=seckey SIMULATED,CN=seckey SIMULATED counterfeiter";

    private SimulatedModelsCompiler() {}

    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[0]);
        Files.createDirectories(out);
        for (Map.Entry<String, byte[]> file : compile().entrySet()) {
            Files.write(out.resolve(file.getKey()), file.getValue());
        }
    }

    /** The resources by their file names. */
    static Map<String, byte[]> compile() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("level2.attestation", attestation("level2", ROOT, Optional.of(SimulatedProfiles.LEVEL_2)));
        files.put("level1.attestation", attestation("level1", ROOT, Optional.of(SimulatedProfiles.LEVEL_1)));
        files.put("unknown.attestation", attestation("unknown", ROOT, Optional.of(SimulatedProfiles.UNKNOWN)));
        files.put("u2f.attestation", attestation("u2f", ROOT, Optional.empty()));
        files.put(
                "counterfeit.attestation",
                attestation("counterfeit", COUNTERFEITER, Optional.of(SimulatedProfiles.COUNTERFEIT)));
        files.put("simulated.jsonl", index().toByteArray());
        return files;
    }

    private static MetadataIndex index() {
        Bytes root = certificate(ROOT, ROOT, true, Optional.empty());
        List<MetadataEntry> entries = List.of(
                entry(SimulatedProfiles.LEVEL_1, "SIMULATED older security key", "L1", root),
                entry(SimulatedProfiles.LEVEL_2, "SIMULATED security key", "L2", root));
        IndexHeader header = new IndexHeader(
                IndexHeader.Kind.SNAPSHOT,
                0,
                Optional.empty(),
                DAY,
                "SIMULATED models of seckey itself, certified by nobody",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                entries.size(),
                entries.size(),
                1,
                List.of());
        return MetadataIndex.of(header, entries, Map.of(root.sha256(), root));
    }

    private static MetadataEntry entry(Aaguid aaguid, String name, String level, Bytes root) {
        StatusReport report = new StatusReport(
                "FIDO_CERTIFIED_" + level,
                Optional.of(DAY),
                Optional.empty(),
                OptionalLong.of(0x010000),
                Optional.of("SIMULATED-" + level),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new MetadataEntry(
                aaguid,
                name,
                MetadataEntry.FIDO2,
                OptionalLong.of(0x010000),
                List.of(report),
                List.of(root.sha256()),
                DAY,
                List.of("FIDO_2_0"),
                List.of("wired", "nfc"));
    }

    /** Two lines: the private key in hexadecimal, the certificate in base64. */
    private static byte[] attestation(String name, String issuer, Optional<Aaguid> aaguid) {
        String subject = "C=GB,O=seckey SIMULATED,OU=Authenticator Attestation,CN=seckey SIMULATED " + name;
        Bytes certificate = certificate(subject, issuer, false, aaguid);
        String text = secret(subject).hex() + "\n" + Base64.getEncoder().encodeToString(certificate.toArray()) + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Bytes secret(String subject) {
        return Bytes.utf8(subject).sha256();
    }

    private static Bytes certificate(String subject, String issuer, boolean authority, Optional<Aaguid> aaguid) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    new X500Name(issuer),
                    new BigInteger(1, Bytes.utf8(subject).sha256().slice(0, 8).toArray()),
                    Date.from(FROM),
                    Date.from(UNTIL),
                    new X500Name(subject),
                    publicKey(secret(subject)));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (aaguid.isPresent()) {
                builder.addExtension(
                        new ASN1ObjectIdentifier("1.3.6.1.4.1.45724.1.1.4"),
                        false,
                        new DEROctetString(aaguid.get().bytes().toArray()));
            }
            return Bytes.of(builder.build(new DeterministicSigner(EcdsaKey.of(Algorithm.ES256, secret(issuer))))
                    .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SubjectPublicKeyInfo publicKey(Bytes secret) throws IOException {
        X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
        var point = curve.getG().multiply(new BigInteger(1, secret.toArray())).normalize();
        ECDomainParameters named = new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1, curve);
        return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(new ECPublicKeyParameters(point, named));
    }
}

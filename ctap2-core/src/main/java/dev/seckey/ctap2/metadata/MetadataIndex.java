package dev.seckey.ctap2.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.model.Aaguid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All FIDO2 models in JSON Lines: a header, a line for each model sorted by AAGUID, a line for each trust anchor sorted
 * by digest, and a last one that shows that nothing was cut off. A look-up finds its line by the first characters and
 * reads that one alone, once.
 */
public final class MetadataIndex {
    private static final String SNAPSHOT = "snapshot.jsonl";

    /** The snapshot's names alone: to unpack all of it takes 5 ms. */
    private static final String NAMES = "names.jsonl";

    private static final String ROOT = "root";
    private static final byte[] END = "\n{\"whole\":true}\n".getBytes(StandardCharsets.US_ASCII);
    private final Lines lines;
    private final IndexHeader header;
    private final Map<Aaguid, Optional<MetadataEntry>> found = new ConcurrentHashMap<>();
    private final Map<Bytes, List<X509Certificate>> certificates = new ConcurrentHashMap<>();

    private MetadataIndex(Lines lines) {
        this.lines = lines;
        this.header = HeaderJson.read(lines.first());
        requireWhole(lines);
    }

    static void requireWhole(Lines lines) {
        if (!lines.endWith(END)) {
            throw new TrustFault("the metadata index is damaged: its end is missing");
        }
    }

    /** @throws TrustFault if these bytes are no index, or a damaged one */
    public static MetadataIndex open(byte[] index) {
        return new MetadataIndex(new Lines(index.clone()));
    }

    /** Reads to the end and leaves the stream open. */
    public static MetadataIndex open(InputStream in) {
        try {
            return new MetadataIndex(new Lines(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The snapshot that is shipped with this library. */
    public static MetadataIndex embedded() {
        return new MetadataIndex(new Lines(shipped(SNAPSHOT)));
    }

    private static byte[] shipped(String name) {
        try (InputStream in = MetadataIndex.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a model in the shipped snapshot, for a command that judges nothing: no more than that line is read. */
    public static Optional<String> embeddedName(Aaguid aaguid) {
        return ModelName.in(shipped(NAMES), aaguid);
    }

    /** The index of a verified BLOB. */
    static MetadataIndex of(IndexHeader header, Metadata metadata) {
        return of(header, metadata.entries(), metadata.certificates());
    }

    /**
     * @param header its counts are those of the entries and certificates
     * @param certificates trust anchors, DER by their SHA-256
     */
    public static MetadataIndex of(IndexHeader header, List<MetadataEntry> entries, Map<Bytes, Bytes> certificates) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        JsonFactory writer = new JsonFactoryBuilder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .rootValueSeparator("\n")
                .build();
        try (JsonGenerator out = writer.createGenerator(octets)) {
            HeaderJson.write(header, out);
            List<MetadataEntry> sorted = entries.stream()
                    .sorted(Comparator.comparing(MetadataEntry::aaguid))
                    .toList();
            for (MetadataEntry entry : sorted) {
                EntryJson.write(entry, out);
            }
            for (Map.Entry<Bytes, Bytes> certificate : new TreeMap<>(certificates).entrySet()) {
                out.writeStartObject();
                out.writeStringField(ROOT, certificate.getKey().hex());
                out.writeStringField("der", StatusReportJson.base64(certificate.getValue()));
                out.writeEndObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        octets.writeBytes(END);
        return new MetadataIndex(new Lines(octets.toByteArray()));
    }

    public IndexHeader header() {
        return header;
    }

    /** Empty means unknown: not every certified key is in the metadata. The all-zero AAGUID names no model. */
    public Optional<MetadataEntry> find(Aaguid aaguid) {
        return found.computeIfAbsent(
                aaguid,
                wanted -> lines.startingWith(start(EntryJson.FIRST, wanted.toString()))
                        .map(EntryJson::read));
    }

    /** All models in the order of their AAGUIDs, each read when its turn comes. */
    public Stream<MetadataEntry> entries() {
        return lines.all().skip(1).limit(header.entries()).map(EntryJson::read);
    }

    /**
     * The trust anchors of a model's attestation, each as it stands: some are not self-signed, some are leaf
     * certificates. One that cannot be read is left out.
     */
    public List<X509Certificate> roots(MetadataEntry entry) {
        List<X509Certificate> roots = new ArrayList<>();
        for (Bytes digest : entry.rootDigests()) {
            roots.addAll(certificates.computeIfAbsent(digest, this::root));
        }
        return roots;
    }

    /** The certificate with this digest; none if it cannot be read. */
    private List<X509Certificate> root(Bytes digest) {
        return lines
                .startingWith(start(ROOT, digest.hex()))
                .flatMap(MetadataIndex::der)
                .flatMap(MetadataIndex::certificate)
                .stream()
                .toList();
    }

    public byte[] toByteArray() {
        return lines.toByteArray();
    }

    static byte[] start(String member, String value) {
        return ("{\"" + member + "\":\"" + value + "\"").getBytes(StandardCharsets.US_ASCII);
    }

    private static Optional<Bytes> der(byte[] line) {
        return JsonReader.read(line, "a line of the metadata index", json -> {
            List<Bytes> found = new ArrayList<>();
            json.object(member -> {
                if (member.equals("der")) {
                    json.base64().ifPresent(found::add);
                }
            });
            return found.stream().findFirst();
        });
    }

    /** Reads from a stream, because that stops at the end of the certificate and ignores what trails it. */
    private static Optional<X509Certificate> certificate(Bytes der) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return Optional.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der.toArray())));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}

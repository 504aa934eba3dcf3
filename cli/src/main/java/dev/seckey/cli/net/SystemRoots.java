package dev.seckey.cli.net;

import dev.seckey.transports.Os;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The roots that the operating system trusts, where an organisation puts that of its inspecting proxy. One that cannot be
 * read is left out: it is then not trusted.
 */
final class SystemRoots {
    /** Debian and Arch, Fedora and Red Hat, SUSE, Alpine. */
    private static final List<Path> BUNDLES = Stream.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/ssl/cert.pem")
            .map(Path::of)
            .toList();

    private static final Pattern PEM = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

    private SystemRoots() {}

    /** @param environment SSL_CERT_FILE, where it is set, names the bundle, as with OpenSSL */
    static List<X509Certificate> read(Os os, Map<String, String> environment) {
        return switch (os) {
            case LINUX ->
                bundle(environment, BUNDLES).map(SystemRoots::fromBundle).orElse(List.of());
            case WINDOWS -> fromStore("Windows-ROOT");
            case MAC -> fromStore("KeychainStore");
        };
    }

    static Optional<Path> bundle(Map<String, String> environment, List<Path> usual) {
        return Stream.concat(
                        Stream.ofNullable(environment.get("SSL_CERT_FILE"))
                                .filter(text -> !text.isBlank())
                                .map(Path::of),
                        usual.stream())
                .filter(Files::isReadable)
                .findFirst();
    }

    static List<X509Certificate> fromBundle(Path bundle) {
        try {
            String text = Files.readString(bundle, StandardCharsets.ISO_8859_1);
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return PEM.matcher(text)
                    .results()
                    .flatMap(block -> certificate(factory, block.group()).stream())
                    .toList();
        } catch (IOException | CertificateException e) {
            return List.of();
        }
    }

    private static Optional<X509Certificate> certificate(CertificateFactory factory, String pem) {
        try {
            return Optional.of((X509Certificate)
                    factory.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1))));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static List<X509Certificate> fromStore(String type) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            List<X509Certificate> roots = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias) && store.getCertificate(alias) instanceof X509Certificate root) {
                    roots.add(root);
                }
            }
            return roots;
        } catch (GeneralSecurityException | IOException e) {
            return List.of();
        }
    }
}

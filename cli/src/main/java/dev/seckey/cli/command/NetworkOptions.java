package dev.seckey.cli.command;

import dev.seckey.cli.metadata.CertificateFile;
import dev.seckey.cli.net.Https;
import dev.seckey.cli.net.ProxyChoice;
import dev.seckey.cli.net.Trust;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the network is reached. */
final class NetworkOptions {
    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description =
                    "The proxy to use (http://HOST:PORT), or \"none\"; else https_proxy and the system's settings.")
    private Optional<String> proxy = Optional.empty();

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "Trust this root certificate (PEM or DER) for the connection, besides Java's and the system's:"
                            + " that of a proxy which inspects TLS, for instance.")
    private List<Path> roots = List.of();

    /** @param detour what else can be done where the address cannot be reached: a hint */
    Https https(Context context, URI address, String detour) {
        return new Https(address, proxies(context), trust(context), context.timeout(), detour);
    }

    ProxyChoice proxies(Context context) {
        return ProxyChoice.ofMachine(proxy, context.surroundings().environment());
    }

    Trust trust(Context context) {
        List<X509Certificate> named = roots.stream()
                .flatMap(file -> CertificateFile.read(file).stream())
                .toList();
        return Trust.of(named, context.surroundings().environment());
    }
}

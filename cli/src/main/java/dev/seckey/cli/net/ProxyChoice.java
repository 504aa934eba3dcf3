package dev.seckey.cli.net;

import dev.seckey.transports.Os;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which proxy leads to an https address. The first that has an opinion is asked: the command line, the environment
 * (https_proxy, else all_proxy, less no_proxy; lower case goes before upper), Java's own settings ({@code
 * https.proxyHost}, and those of Windows and macOS).
 */
public final class ProxyChoice {
    /** On the command line: no proxy, whatever others say. */
    public static final String NONE = "none";

    private static final int HTTPS_PORT = 443;

    private final Optional<String> option;
    private final Map<String, String> environment;
    private final Supplier<ProxySelector> java;

    /** @param option a proxy's address, or {@link #NONE} */
    public static ProxyChoice ofMachine(Optional<String> option, Map<String, String> environment) {
        return new ProxyChoice(option, environment, SystemProxies.of(Os.current(), System.getProperties()));
    }

    /**
     * @param option a proxy's address, or {@link #NONE}
     * @param java asked last
     */
    ProxyChoice(Optional<String> option, Map<String, String> environment, Supplier<ProxySelector> java) {
        this.option = option;
        this.environment = environment;
        this.java = java;
    }

    /** Empty: straight. */
    public Optional<ProxyServer> forAddress(URI address) {
        if (option.isPresent()) {
            return option.filter(text -> !text.equalsIgnoreCase(NONE)).map(text -> ProxyServer.parse(text, "--proxy"));
        }
        if (isExcepted(address)) {
            return Optional.empty();
        }
        return Stream.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
                .filter(name -> variable(name).isPresent())
                .findFirst()
                .map(name -> ProxyServer.parse(environment.get(name), name))
                .or(() -> javas(address));
    }

    private boolean isExcepted(URI address) {
        int port = address.getPort() < 0 ? HTTPS_PORT : address.getPort();
        return variable("no_proxy")
                .or(() -> variable("NO_PROXY"))
                .filter(list -> new NoProxy(list).contains(address.getHost(), port))
                .isPresent();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    private Optional<ProxyServer> javas(URI address) {
        return Optional.ofNullable(java.get()).stream()
                .flatMap(selector -> selector.select(address).stream())
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .flatMap(proxy -> server(proxy.address()).stream())
                .findFirst();
    }

    private static Optional<ProxyServer> server(SocketAddress address) {
        return address instanceof InetSocketAddress internet
                ? Optional.of(new ProxyServer(
                        internet.getHostString(), internet.getPort(), Optional.empty(), "the system's settings"))
                : Optional.empty();
    }

    /** For the JDK's client, whose redirects may lead to other hosts. */
    ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(forAddress(uri)
                        .map(server -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(server.host(), server.port())))
                        .orElse(Proxy.NO_PROXY));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        };
    }
}

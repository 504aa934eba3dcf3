package dev.seckey.cli.net;

import dev.seckey.ctap2.fault.NetworkFault;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The JDK's client with a proxy and with trust, for one address and where it redirects to (never to plain http). */
public final class Https {
    /**
     * Java's client gives no Basic login to a proxy of https unless this is empty; read once, before the first client.
     * Ours gives one to that proxy alone whose address came with a login.
     */
    private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    private final URI address;
    private final Optional<ProxyServer> proxy;
    private final String detour;
    private final SeenChain seen = new SeenChain();
    private final HttpClient client;

    /**
     * @param detour what else the person can do when the address cannot be reached: a hint
     * @param connecting how long a connection may take to come about
     */
    public Https(URI address, ProxyChoice proxies, Trust trust, Duration connecting, String detour) {
        this.address = address;
        this.proxy = proxies.forAddress(address);
        this.detour = detour;
        System.getProperties().putIfAbsent(TUNNELS, "");
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(connecting)
                .proxy(proxies.selector())
                .sslContext(trust.context(seen));
        proxy.filter(server -> server.login().isPresent()).ifPresent(server -> builder.authenticator(loginTo(server)));
        this.client = builder.build();
    }

    private static Authenticator loginTo(ProxyServer server) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                boolean ours = getRequestorType() == RequestorType.PROXY
                        && getRequestingHost().equalsIgnoreCase(server.host());
                return ours ? server.login().orElse(null) : null;
            }
        };
    }

    public URI address() {
        return address;
    }

    public HttpClient client() {
        return client;
    }

    /** Empty: straight. */
    public Optional<ProxyServer> proxy() {
        return proxy;
    }

    /** Who answered last. */
    public SeenChain seen() {
        return seen;
    }

    /** "mds3.fidoalliance.org", with the port where it is not the usual one. */
    String host() {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    NetworkFault fault(String what) {
        return new NetworkFault(what, detour);
    }

    /** A proxy that wants to know who we are, and was not told, or was told in vain. */
    NetworkFault wantsLogin(HttpResponse<?> refusal) {
        return wantsLogin(refusal.headers().allValues("proxy-authenticate").stream()
                .map(challenge -> challenge.split(" ", 2)[0])
                .distinct()
                .collect(Collectors.joining(", ")));
    }

    private NetworkFault wantsLogin(String schemes) {
        String place = proxy.map(ProxyServer::toString).orElse("on the way");
        if (proxy.filter(server -> server.login().isPresent()).isPresent()) {
            return fault("the proxy " + place + " does not accept the login given" + by(schemes));
        }
        return fault("the proxy " + place + " wants a login" + by(schemes)
                + (schemes.contains("Basic")
                        ? " (it may stand in https_proxy: http://NAME:PASSWORD@HOST:PORT)"
                        : ", which seckey cannot give"));
    }

    private static String by(String schemes) {
        return schemes.isEmpty() ? "" : " by " + schemes;
    }

    /** In words, why there is no answer. */
    public NetworkFault explain(Throwable thrown) {
        if (has(thrown, CertificateException.class) || has(thrown, java.security.GeneralSecurityException.class)) {
            return untrusted(thrown);
        }
        String place = proxy.map(server -> "the proxy " + server).orElse(host());
        if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class)) {
            return fault("the name of " + place + " cannot be found (no network, or a wrong name)", thrown);
        }
        if (has(thrown, HttpTimeoutException.class)) {
            return fault("no connection to " + place + " came about in time", thrown);
        }
        if (has(thrown, ConnectException.class)) {
            return fault("there is no connection to " + place, thrown);
        }
        String said = String.valueOf(thrown.getMessage());
        if (said.contains("authentication") || said.contains("Tunnel failed, got: 407")) {
            return wantsLogin("");
        }
        if (has(thrown, SSLException.class)) {
            return fault("no secure connection to " + host() + ": " + said, thrown);
        }
        return fault("the connection to " + host() + " broke off: " + said, thrown);
    }

    private NetworkFault untrusted(Throwable thrown) {
        String why = last(thrown, CertificateException.class)
                .map(Throwable::getMessage)
                .filter(message -> message.startsWith("No "))
                .map(message -> "its certificate is for another name")
                .orElse("its certificate is not trusted");
        String authority =
                seen.authority().map(name -> "; it comes from " + name).orElse("");
        return new NetworkFault(
                "whoever answers as " + host() + " cannot be believed: " + why + authority,
                "if that is your organisation's own inspecting proxy, name its root certificate: --ca FILE; or "
                        + detour,
                thrown);
    }

    private NetworkFault fault(String what, Throwable cause) {
        return new NetworkFault(what, detour, cause);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
        return last(thrown, kind).isPresent();
    }

    private static <T extends Throwable> Optional<T> last(Throwable thrown, Class<T> kind) {
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((earlier, later) -> later);
    }
}

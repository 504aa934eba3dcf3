package dev.seckey.cli.net;

import dev.seckey.cli.UsageException;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** An HTTP proxy that passes TLS connections on (CONNECT, RFC 9110 §9.3.6). Its login is never part of any text. */
public final class ProxyServer {
    private static final int HTTP_PORT = 80;

    private final String host;
    private final int port;
    private final Optional<PasswordAuthentication> login;
    private final String namedBy;

    ProxyServer(String host, int port, Optional<PasswordAuthentication> login, String namedBy) {
        this.host = host;
        this.port = port;
        this.login = login;
        this.namedBy = namedBy;
    }

    /**
     * @param text {@code http://user:password@host:port}, of which only the host must be there
     * @param namedBy who says so, for messages: "--proxy", "https_proxy"
     * @throws UsageException if it is none, or one of a kind that Java's client does not speak; the text is not repeated
     */
    static ProxyServer parse(String text, String namedBy) {
        String whole = text.strip();
        if (!whole.contains("://")) {
            whole = "http://" + whole;
        }
        URI uri = uri(whole, namedBy);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http")) {
            throw new UsageException(
                    "the proxy that " + namedBy + " names is spoken to by " + scheme + ", which is not supported",
                    "name one that is spoken to by http: http://HOST:PORT");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw notAProxy(namedBy);
        }
        return new ProxyServer(
                uri.getHost(),
                uri.getPort() < 0 ? HTTP_PORT : uri.getPort(),
                Optional.ofNullable(uri.getRawUserInfo()).map(ProxyServer::login),
                namedBy);
    }

    private static URI uri(String text, String namedBy) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw notAProxy(namedBy); // without its cause, which repeats the text and so the password
        }
    }

    private static UsageException notAProxy(String namedBy) {
        return new UsageException(
                "what " + namedBy + " names is no proxy",
                "write http://HOST:PORT; signs other than letters and digits in a password as %40 and so on");
    }

    private static PasswordAuthentication login(String userInfo) {
        String[] parts = userInfo.split(":", 2);
        char[] password = parts.length > 1 ? decoded(parts[1]).toCharArray() : new char[0];
        return new PasswordAuthentication(decoded(parts[0]), password);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    Optional<PasswordAuthentication> login() {
        return login;
    }

    /** Who named it. */
    public String namedBy() {
        return namedBy;
    }

    /** "proxy.example:8080 (from https_proxy)". */
    @Override
    public String toString() {
        return host + ":" + port + " (from " + namedBy + ")";
    }
}

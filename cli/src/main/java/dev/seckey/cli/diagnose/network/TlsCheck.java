package dev.seckey.cli.diagnose.network;

import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.NetEntry;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** The secure connection to an endpoint, over a socket that leads there, and what is answered on it. */
final class TlsCheck {
    private static final Duration MOST_SKEW = Duration.ofMinutes(3);
    private static final int DNS_NAME = 2;
    private static final int FORBIDDEN = 403;
    private static final int LEAST_SERVER_ERROR = 500;

    private final Profile.Endpoint endpoint;
    private final Route route;
    private final int patience;

    TlsCheck(Profile.Endpoint endpoint, Route route, int patience) {
        this.endpoint = endpoint;
        this.route = route;
        this.patience = patience;
    }

    /** Whether there was an answer at all. */
    boolean run(Socket connected, Report report) {
        report.step("agreeing on a secure connection with " + endpoint.place());
        ShownChain shown = new ShownChain();
        try (SSLSocket socket = secure(connected, shown)) {
            socket.setSoTimeout(patience);
            socket.startHandshake();
            report.note(socket.getSession().getProtocol() + ", "
                    + socket.getSession().getCipherSuite());
            version(socket.getSession().getProtocol(), report);
            boolean honest = certificates(shown.certificates(), report);
            return ask(socket, honest, report);
        } catch (IOException e) {
            report.found(NetEntry.NO_TLS, endpoint.place() + ": " + e.getMessage());
            return false;
        }
    }

    private SSLSocket secure(Socket connected, ShownChain shown) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {shown}, null);
            return (SSLSocket)
                    context.getSocketFactory().createSocket(connected, endpoint.host(), endpoint.port(), true);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java has no secure connections", e);
        }
    }

    private void version(String protocol, Report report) {
        if (!protocol.equals("TLSv1.3") && !protocol.equals("TLSv1.2")) {
            report.found(NetEntry.OLD_TLS, endpoint.place() + ": " + protocol);
        }
    }

    /** Whether nothing speaks against them. */
    private boolean certificates(List<X509Certificate> chain, Report report) {
        chain.forEach(each -> report.note("certificate: " + each.getSubjectX500Principal() + ", issued by "
                + each.getIssuerX500Principal() + ", " + each.getNotBefore().toInstant() + " to "
                + each.getNotAfter().toInstant()));
        X509Certificate leaf = chain.get(0);
        boolean honest = true;
        if (!route.known().hold(chain)) {
            report.found(
                    route.trusted().hold(chain) ? NetEntry.INTERCEPTED : NetEntry.UNTRUSTED,
                    endpoint.place() + ": issued by "
                            + chain.get(chain.size() - 1)
                                    .getIssuerX500Principal()
                                    .getName());
            honest = false;
        }
        Instant now = route.clock().instant();
        for (X509Certificate each : chain) {
            try {
                each.checkValidity(Date.from(now));
            } catch (CertificateException e) {
                report.found(
                        NetEntry.CERTIFICATE_EXPIRED,
                        endpoint.place() + ": valid from " + each.getNotBefore().toInstant() + " to "
                                + each.getNotAfter().toInstant() + "; the clock shows " + now);
                honest = false;
                break;
            }
        }
        if (!isFor(leaf, endpoint.host())) {
            report.found(
                    NetEntry.WRONG_NAME,
                    endpoint.place() + ": it is for "
                            + leaf.getSubjectX500Principal().getName());
            honest = false;
        }
        return honest;
    }

    private static boolean isFor(X509Certificate leaf, String host) {
        try {
            Collection<List<?>> names =
                    Optional.ofNullable(leaf.getSubjectAlternativeNames()).orElse(List.of());
            return names.stream()
                    .filter(name -> name.get(0).equals(DNS_NAME))
                    .anyMatch(name -> matches(name.get(1).toString(), host));
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** A star stands for one label, the first (RFC 9525 §6.3). */
    private static boolean matches(String name, String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        String shown = name.toLowerCase(Locale.ROOT);
        return shown.startsWith("*.")
                ? wanted.indexOf('.') > 0
                        && wanted.substring(wanted.indexOf('.')).equals(shown.substring(1))
                : shown.equals(wanted);
    }

    private boolean ask(SSLSocket socket, boolean honest, Report report) throws IOException {
        report.step("asking " + endpoint.place());
        String path =
                endpoint.url().getRawPath().isEmpty() ? "/" : endpoint.url().getRawPath();
        try {
            HttpHead answer = HttpHead.exchange(
                    socket,
                    "GET " + path + " HTTP/1.1\r\nHost: " + endpoint.host()
                            + "\r\nUser-Agent: seckey-diagnose\r\nAccept: */*\r\nConnection: close\r\n\r\n");
            report.note(answer.line());
            status(answer, honest, report);
            answer.header("date").ifPresent(date -> clock(date, report));
            return true;
        } catch (SocketTimeoutException e) {
            report.found(NetEntry.NO_ANSWER, endpoint.place());
            return false;
        }
    }

    private void status(HttpHead answer, boolean honest, Report report) {
        String seen = endpoint.place() + ": \"" + answer.line() + "\"";
        if (endpoint.expects(answer.status())) {
            if (honest) {
                report.found(NetEntry.REACHED, seen);
            }
        } else if (answer.status() == FORBIDDEN) {
            report.found(NetEntry.NOT_ALLOWED, seen);
        } else if (answer.status() >= LEAST_SERVER_ERROR) {
            report.found(NetEntry.OUT_OF_ORDER, seen);
        } else {
            report.found(NetEntry.ODD_STATUS, seen);
        }
    }

    private void clock(String date, Report report) {
        try {
            Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration ahead = Duration.between(theirs, route.clock().instant());
            if (ahead.abs().compareTo(MOST_SKEW) > 0) {
                report.found(
                        NetEntry.CLOCK_OFF,
                        "this computer is " + ahead.abs().toMinutes() + " minutes "
                                + (ahead.isNegative() ? "behind " : "ahead of ") + endpoint.host());
            }
        } catch (DateTimeParseException e) {
            report.note("a date that cannot be read: " + date);
        }
    }
}

package dev.seckey.cli.diagnose.network;

import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.NetEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way to one endpoint, step by step: its name, the connection (or the proxy's), the certificate, the answer. */
public final class EndpointProbe implements Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long SLOW_NANOS = Duration.ofSeconds(3).toNanos();

    private final Profile.Endpoint endpoint;
    private final Route route;
    private final int patience;

    public EndpointProbe(Profile.Endpoint endpoint, Route route) {
        this(endpoint, route, PATIENCE);
    }

    /** @param patience for each step */
    EndpointProbe(Profile.Endpoint endpoint, Route route, Duration patience) {
        this.endpoint = endpoint;
        this.route = route;
        this.patience = (int) patience.toMillis();
    }

    @Override
    public String name() {
        return endpoint.name() + " (" + endpoint.place() + ")";
    }

    @Override
    public void run(Report report) {
        long start = report.ticker().nanos();
        Optional<Detour> detour = route.detour(endpoint.url());
        detour.ifPresent(proxy -> report.found(NetEntry.PROXY, endpoint.place() + " by way of " + proxy));
        Optional<List<InetAddress>> addresses = names(detour.isPresent(), report);
        if (addresses.isEmpty() && detour.isEmpty()) {
            return;
        }
        List<Door> doors = detour.isPresent() ? toProxy(detour.get(), report) : straight(addresses.get(), report);
        try {
            Optional<Socket> socket = Door.firstOpen(doors).map(Door::socket);
            boolean through = socket.isPresent()
                    && (detour.isEmpty() || throughProxy(socket.get(), detour.get(), report))
                    && new TlsCheck(endpoint, route, patience).run(socket.get(), report);
            if (through) {
                slow(report.ticker().nanos() - start, report);
            }
        } finally {
            Door.close(doors);
        }
    }

    /** Empty: the name is not known. Behind a proxy that is no matter, since the proxy looks it up. */
    private Optional<List<InetAddress>> names(boolean proxied, Report report) {
        report.step("asking the name service for " + endpoint.host());
        route.inHostsFile(endpoint.host()).ifPresent(line -> report.found(NetEntry.HOSTS_FILE, "the line: " + line));
        List<InetAddress> addresses;
        try {
            addresses = route.resolver().resolve(endpoint.host());
        } catch (UnknownHostException e) {
            if (!proxied) {
                report.found(NetEntry.NO_NAME, endpoint.host());
            }
            return Optional.empty();
        }
        String written = addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        report.note(endpoint.host() + " is " + written);
        if (!endpoint.host().equals("localhost") && addresses.stream().anyMatch(EndpointProbe::isPrivate)) {
            report.found(NetEntry.PRIVATE_ADDRESS, endpoint.host() + " is " + written);
        }
        return Optional.of(addresses);
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isSiteLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || (address.getAddress()[0] & 0xfe) == 0xfc; // IPv6: RFC 4193
    }

    private List<Door> straight(List<InetAddress> addresses, Report report) {
        report.step("connecting to " + endpoint.place());
        List<Door> doors = Door.knock(addresses, endpoint.port(), patience);
        String seen = endpoint.place() + ": " + written(doors);
        report.note(seen);
        if (Door.firstOpen(doors).isEmpty()) {
            report.found(doors.stream().allMatch(Door::refuses) ? NetEntry.REFUSED : NetEntry.NO_CONNECTION, seen);
        } else if (doors.stream().anyMatch(door -> door.refuses() || door.keepsWaiting())) {
            report.found(NetEntry.SOME_ADDRESSES, seen);
        }
        return doors;
    }

    private static String written(List<Door> doors) {
        return doors.stream().map(Door::toString).collect(Collectors.joining(", "));
    }

    private List<Door> toProxy(Detour proxy, Report report) {
        report.step("connecting to the proxy " + proxy);
        try {
            List<Door> doors = Door.knock(route.resolver().resolve(proxy.host()), proxy.port(), patience);
            if (Door.firstOpen(doors).isEmpty()) {
                report.found(NetEntry.PROXY_GONE, proxy + ": " + written(doors));
            }
            return doors;
        } catch (UnknownHostException e) {
            report.found(NetEntry.PROXY_GONE, proxy + ": its name is not known");
            return List.of();
        }
    }

    private boolean throughProxy(Socket socket, Detour proxy, Report report) {
        report.step("asking the proxy " + proxy + " for " + endpoint.place());
        try {
            HttpHead answer = HttpHead.exchange(
                    socket, "CONNECT " + endpoint.place() + " HTTP/1.1\r\nHost: " + endpoint.place() + "\r\n\r\n");
            return proxyAgrees(answer, proxy, report);
        } catch (SocketTimeoutException e) {
            report.found(NetEntry.PROXY_GONE, proxy + ": it takes the connection and does not answer");
        } catch (IOException e) {
            report.found(NetEntry.PROXY_GONE, proxy + ": " + e.getMessage());
        }
        return false;
    }

    private boolean proxyAgrees(HttpHead answer, Detour proxy, Report report) {
        if (answer.status() / 100 == 2) {
            return true;
        }
        boolean login = answer.status() == HttpHead.PROXY_LOGIN;
        report.found(
                login ? NetEntry.PROXY_LOGIN : NetEntry.PROXY_REFUSES,
                endpoint.place() + ": " + proxy + " answers \"" + answer.line() + "\"");
        return false;
    }

    private void slow(long nanos, Report report) {
        if (nanos > SLOW_NANOS) {
            report.found(NetEntry.SLOW, endpoint.place() + ": " + nanos / 1_000_000_000 + " seconds");
        }
    }
}

package dev.seckey.cli.ledger;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.fault.FileFault;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A ledger on a server, for several benches. The password comes from PGPASSWORD, from the file that PGPASSFILE names, or
 * from the URL, and is never printed.
 */
final class PostgresServer implements Database {
    /** Seconds, for a server that does not answer. */
    private static final int TO_CONNECT = 10;

    private static final int TO_ANSWER = 60;
    private static final Set<String> COLLISIONS = Set.of("23505", "40001", "40P01");

    private final URI url;
    private final Map<String, String> environment;

    /** @param url {@code postgresql://[USER[:PASSWORD]@]HOST[:PORT]/DATABASE[?sslmode=…]} */
    PostgresServer(String url, Map<String, String> environment) {
        this.environment = environment;
        try {
            this.url = new URI(url);
        } catch (URISyntaxException e) {
            throw unusable(); // its message would repeat the password
        }
        if (this.url.getHost() == null
                || this.url.getPath() == null
                || this.url.getPath().length() < 2) {
            throw unusable();
        }
    }

    private static UsageException unusable() {
        return new UsageException(
                "the ledger's URL cannot be understood", "write it so: postgresql://USER@HOST:5432/DATABASE");
    }

    @Override
    public String title() {
        return "postgresql://" + user().map(name -> name + "@").orElse("") + place();
    }

    private String place() {
        return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()) + url.getRawPath();
    }

    private Optional<String> user() {
        return part(0).or(() -> Optional.ofNullable(environment.get("PGUSER")));
    }

    private Optional<String> part(int index) {
        return Optional.ofNullable(url.getRawUserInfo())
                .map(info -> info.split(":", 2))
                .filter(parts -> parts.length > index)
                .map(parts -> URLDecoder.decode(parts[index].replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    @Override
    public DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        source.setURL("jdbc:postgresql://" + place() + query);
        user().ifPresent(source::setUser);
        part(1).or(() -> Optional.ofNullable(environment.get("PGPASSWORD"))).ifPresent(source::setPassword);
        source.setApplicationName("seckey");
        source.setConnectTimeout(TO_CONNECT);
        source.setLoginTimeout(TO_CONNECT);
        source.setSocketTimeout(TO_ANSWER);
        source.setTcpKeepAlive(true);
        source.setLogServerErrorDetail(false); // it would repeat rows
        return source;
    }

    @Override
    public String dialect() {
        return "postgresql";
    }

    @Override
    public String begin() {
        return "BEGIN";
    }

    @Override
    public boolean isCollision(SQLException e) {
        return COLLISIONS.contains(state(e));
    }

    @Override
    public FileFault fault(String doing, SQLException e) {
        String state = state(e);
        String hint = switch (state.isEmpty() ? "" : state.substring(0, 2)) {
            case "08", "57" -> "the server cannot be reached, or broke off: is it running, and is the network there?";
            case "28" -> "the server does not let this user in: look at the name and the password";
            case "3D" -> "there is no such database: let its administrator make one for the ledger";
            case "53" -> "the server has no room left, or too many connections";
            case "42", "25" -> "this user may not do that in the database: let its administrator grant it";
            default -> firstLine(e);
        };
        return new FileFault("cannot " + doing + " the ledger " + title(), hint, e);
    }

    private static String state(SQLException e) {
        return Optional.ofNullable(e.getSQLState()).orElse("");
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("the server gives no reason");
    }
}

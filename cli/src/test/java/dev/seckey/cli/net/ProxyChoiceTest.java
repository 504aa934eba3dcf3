package dev.seckey.cli.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyChoiceTest {
    private static final URI ADDRESS = URI.create("https://mds3.fidoalliance.org/");

    /** Variables "NAME=value NAME=value". */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                            | straight
            https_proxy=http://a:8080                                    | a:8080 (from https_proxy)
            HTTPS_PROXY=http://a:8080                                    | a:8080 (from HTTPS_PROXY)
            https_proxy=http://a:8080 HTTPS_PROXY=http://b:8080          | a:8080 (from https_proxy)
            https_proxy= HTTPS_PROXY=http://b:8080                       | b:8080 (from HTTPS_PROXY)
            all_proxy=http://a:8080                                      | a:8080 (from all_proxy)
            all_proxy=http://a:8080 HTTPS_PROXY=http://b:8080            | b:8080 (from HTTPS_PROXY)
            http_proxy=http://a:8080                                     | straight
            https_proxy=a:8080                                           | a:8080 (from https_proxy)
            https_proxy=http://a                                         | a:80 (from https_proxy)
            https_proxy=http://a:8080/                                   | a:8080 (from https_proxy)
            https_proxy=http://a:8080 no_proxy=fidoalliance.org          | straight
            https_proxy=http://a:8080 no_proxy=.fidoalliance.org         | straight
            https_proxy=http://a:8080 no_proxy=*.FidoAlliance.org        | straight
            https_proxy=http://a:8080 no_proxy=mds3.fidoalliance.org     | straight
            https_proxy=http://a:8080 no_proxy=mds3.fidoalliance.org:443 | straight
            https_proxy=http://a:8080 no_proxy=mds3.fidoalliance.org:444 | a:8080 (from https_proxy)
            https_proxy=http://a:8080 no_proxy=localhost,*               | straight
            https_proxy=http://a:8080 NO_PROXY=fidoalliance.org          | straight
            https_proxy=http://a:8080 no_proxy=nhs.uk NO_PROXY=*         | a:8080 (from https_proxy)
            https_proxy=http://a:8080 no_proxy=alliance.org              | a:8080 (from https_proxy)
            https_proxy=http://a:8080 no_proxy=,                         | a:8080 (from https_proxy)
            """)
    void theEnvironmentIsReadAsOtherToolsReadIt(String variables, String expected) {
        assertEquals(expected, chosen(Optional.empty(), environment(variables), null));
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironment() {
        Map<String, String> environment = Map.of("https_proxy", "http://a:8080", "no_proxy", "*");
        assertEquals("b:3128 (from --proxy)", chosen(Optional.of("http://b:3128"), environment, null));
        assertEquals("straight", chosen(Optional.of("none"), environment, new Fixed("c", 80)));
    }

    @Test
    void javasOwnSettingsComeLast() {
        assertEquals("c:81 (from the system's settings)", chosen(Optional.empty(), Map.of(), new Fixed("c", 81)));
        assertEquals(
                "a:8080 (from https_proxy)",
                chosen(Optional.empty(), Map.of("https_proxy", "a:8080"), new Fixed("c", 81)));
        assertEquals("straight", chosen(Optional.empty(), Map.of("no_proxy", "*"), new Fixed("c", 81)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://ann:secret@a:8080", "socks5://ann:secret@a:1080", "http://ann:secret@", "a b:secret"})
    void anotherKindOfProxyIsRefusedWithoutRepeatingItsLogin(String address) {
        UsageException refused = assertThrows(UsageException.class, () -> chosen(Optional.of(address), Map.of(), null));
        assertTrue(refused.getMessage().contains("--proxy"), refused.getMessage());
        assertFalse((refused.getMessage() + refused.hint() + refused.getCause()).contains("secret"));
    }

    @Test
    void aLoginIsReadFromTheAddressAndKeptOutOfItsText() {
        ProxyServer server = ProxyServer.parse("http://CORP%5Cann:p%40ss+word@proxy:8080", "https_proxy");
        assertEquals("CORP\\ann", server.login().orElseThrow().getUserName());
        assertArrayEquals(
                "p@ss+word".toCharArray(), server.login().orElseThrow().getPassword());
        assertEquals("proxy:8080 (from https_proxy)", server.toString());
    }

    private static String chosen(Optional<String> option, Map<String, String> environment, ProxySelector java) {
        return new ProxyChoice(option, environment, () -> java)
                .forAddress(ADDRESS)
                .map(ProxyServer::toString)
                .orElse("straight");
    }

    private static Map<String, String> environment(String variables) {
        return variables == null
                ? Map.of()
                : Arrays.stream(variables.split(" "))
                        .map(variable -> variable.split("=", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    /** As Java's own settings would say. */
    private static final class Fixed extends ProxySelector {
        private final Proxy proxy;

        Fixed(String host, int port) {
            proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {}
    }
}

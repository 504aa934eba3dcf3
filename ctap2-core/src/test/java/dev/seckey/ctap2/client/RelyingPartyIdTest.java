package dev.seckey.ctap2.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.fault.MalformedFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelyingPartyIdTest {
    @ParameterizedTest
    @CsvSource({
        "example.org, https://example.org",
        "example.org, https://login.example.org",
        "example.org, https://a.b.example.org:8443",
        "localhost, http://localhost:8080",
        "localhost, https://localhost",
    })
    void anOriginSpeaksForItsHostAndTheDomainsAboveIt(String rpId, String origin) {
        assertDoesNotThrow(() -> RelyingPartyId.require(rpId, origin));
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, https://example.com",
        "example.org, https://badexample.org",
        "login.example.org, https://example.org",
        "org, https://example.org",
        "'', https://example.org",
        "example.org, http://example.org",
        "example.org, https://example.org/path",
        "example.org, https://user@example.org",
        "example.org, example.org",
        "192.0.2.1, https://192.0.2.1",
        "example.org, https://exa mple.org",
    })
    void noOriginSpeaksForAnybodyElse(String rpId, String origin) {
        assertThrows(MalformedFault.class, () -> RelyingPartyId.require(rpId, origin));
    }
}

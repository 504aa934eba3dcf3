package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.pinuv.Secret;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What authenticatorClientPIN asks of a request, and the tokens it gives (CTAP 2.3 §6.5.5). */
@ParameterizedClass(name = "protocol {0}")
@ValueSource(ints = {1, 2})
class ClientPinHandlerTest {
    private static final String RP = "example.org";

    @Parameter
    int protocol;

    private final KeyInHand key = KeyInHand.withPin();

    private PinClient client() {
        return new PinClient(key, protocol);
    }

    @ParameterizedTest(name = "permissions {0} for {1}: {2}")
    @CsvSource({
        "1,  example.org, OK",
        "2,  example.org, OK",
        "3,  example.org, OK",
        "0,  example.org, INVALID_PARAMETER",
        "1,  ,            OK",
        "2,  ,            OK",
        "4,  example.org, OK",
        "4,  ,            OK",
        "5,  example.org, OK",
        "5,  ,            OK",
        "16, ,            OK",
        "32, ,            OK",
        "8,  ,            UNAUTHORIZED_PERMISSION",
        "64, ,            UNAUTHORIZED_PERMISSION",
        "128, ,           OK",
        "136, ,           UNAUTHORIZED_PERMISSION"
    })
    void permissionsAreThoseThatTheKeyCanGrant(int permissions, String rpId, CtapStatus expected) {
        ClientPin request = client().withPermissions(PIN, permissions, Optional.ofNullable(rpId));
        assertEquals(expected, key.status(request));
        assertEquals(8, client().retries(), "none of these costs a try");
    }

    @Test
    void aLegacyTokenTakesNoPermissionsAndNoRelyingParty() {
        ClientPin plain = client().legacy(PIN);
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(with(plain, Optional.of(1), Optional.empty())));
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(with(plain, Optional.empty(), Optional.of(RP))));
    }

    private static ClientPin with(ClientPin request, Optional<Integer> permissions, Optional<String> rpId) {
        return new ClientPin(
                request.subCommand(),
                request.pinUvAuthProtocol(),
                request.keyAgreement(),
                request.pinUvAuthParam(),
                request.newPinEnc(),
                request.pinHashEnc(),
                permissions,
                rpId);
    }

    @Test
    void everyTokenHas32BytesAndIsAnother() {
        PinClient client = client();
        Secret first = client.token(client.legacy(PIN));
        Secret second = client.token(PIN, RP);
        assertEquals(32, first.size());
        assertEquals(32, second.size());
        assertFalse(first.matches(second.expose()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incomplete")
    void whatIsMissingIsToldFirst(String what, UnaryOperator<ClientPin> without) {
        for (ClientPin whole : new ClientPin[] {
            client().set(PIN),
            client().change(PIN, "56789"),
            client().legacy(PIN),
            client().withPermissions(PIN, 1, Optional.of(RP))
        }) {
            ClientPin less = without.apply(whole);
            if (!less.equals(whole)) {
                assertEquals(CtapStatus.MISSING_PARAMETER, key.status(less), less.toString());
            }
        }
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                without("pinUvAuthProtocol", 1),
                without("keyAgreement", 3),
                without("pinUvAuthParam", 4),
                without("newPinEnc", 5),
                without("pinHashEnc", 6),
                without("permissions", 9));
    }

    private static Arguments without(String what, int member) {
        UnaryOperator<ClientPin> less = whole -> new ClientPin(
                whole.subCommand(),
                whole.pinUvAuthProtocol().filter(value -> member != 1),
                whole.keyAgreement().filter(value -> member != 3),
                whole.pinUvAuthParam().filter(value -> member != 4),
                whole.newPinEnc().filter(value -> member != 5),
                whole.pinHashEnc().filter(value -> member != 6),
                whole.permissions().filter(value -> member != 9),
                whole.rpId());
        return Arguments.of(what, less);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void anUnknownProtocolIsRefused(int unknown) {
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(ClientPin.getKeyAgreement(unknown)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 7, 8, 10, 255})
    void anUnknownSubcommandIsRefused(int sub) {
        ClientPin request = new ClientPin(
                sub,
                Optional.of(protocol),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertEquals(CtapStatus.INVALID_SUBCOMMAND, key.status(request));
    }
}

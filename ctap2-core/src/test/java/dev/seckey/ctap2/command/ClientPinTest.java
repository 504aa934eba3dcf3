package dev.seckey.ctap2.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.published.PythonFido2;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The subcommands of CTAP 2.3 §6.5.5, each with the members that its table demands. */
class ClientPinTest {
    private static final CoseKey KEY =
            CoseKey.p256(CoseKey.ALG_ECDH_ES_HKDF_256, PythonFido2.PUBLIC_X, PythonFido2.PUBLIC_Y);

    private static final String KEY_HEX =
            "a501020338182001215820" + PythonFido2.PUBLIC_X.hex() + "225820" + PythonFido2.PUBLIC_Y.hex();

    private static final Bytes A = Bytes.ofInts(0xA);
    private static final Bytes B = Bytes.ofInts(0xB);
    private static final Bytes C = Bytes.ofInts(0xC);

    @ParameterizedTest
    @MethodSource("subcommands")
    void everySubcommandIsWrittenAndRead(ClientPin request, String hex) {
        assertEquals(Bytes.fromHex(hex.replace("KEY", KEY_HEX)), request.encode());
        assertEquals(request, ClientPin.from(Cbor.decodeMap(request.encode().from(1))));
        assertTrue(request.carriesSecrets());
    }

    private static Stream<Arguments> subcommands() {
        return Stream.of(
                Arguments.of(ClientPin.getPinRetries(), "06 a1 0201"),
                Arguments.of(ClientPin.getUvRetries(), "06 a1 0207"),
                Arguments.of(ClientPin.getKeyAgreement(1), "06 a2 0101 0202"),
                Arguments.of(ClientPin.setPin(1, KEY, A, B), "06 a5 0101 0203 03KEY 04410b 05410a"),
                Arguments.of(ClientPin.changePin(2, KEY, A, C, B), "06 a6 0102 0204 03KEY 04410b 05410a 06410c"),
                Arguments.of(ClientPin.getPinToken(1, KEY, C), "06 a4 0101 0205 03KEY 06410c"),
                Arguments.of(
                        ClientPin.getTokenUsingPin(2, KEY, C, 3, Optional.of("a.b")),
                        "06 a6 0102 0209 03KEY 06410c 0903 0a63612e62"),
                Arguments.of(ClientPin.getTokenUsingUv(2, KEY, 4, Optional.empty()), "06 a4 0102 0206 03KEY 0904"));
    }

    @Test
    void aRequestWithoutASubcommandIsRefused() {
        MalformedFault fault = assertThrows(MalformedFault.class, () -> ClientPin.from(CborMap.EMPTY));
        assertEquals(CtapStatus.MISSING_PARAMETER, fault.status());
        assertEquals("subCommand (0x02) is missing", fault.getMessage());
    }

    @Test
    void anUnknownSubcommandSurvives() {
        ClientPin request = ClientPin.from(Cbor.decodeMap(Bytes.fromHex("a1 02 18 63")));
        assertEquals(0x63, request.subCommand());
        assertEquals(Optional.empty(), ClientPin.Sub.of(request.subCommand()));
    }

    @Test
    void theMembersOfTheAnswer() {
        ClientPinResponse answer = decode("a5 01KEY 02410a 0308 04f5 0503");
        assertEquals(Optional.of(KEY), answer.keyAgreement());
        assertEquals(Optional.of(A), answer.pinUvAuthToken());
        assertEquals(Optional.of(8), answer.pinRetries());
        assertEquals(Optional.of(true), answer.powerCycleState());
        assertEquals(Optional.of(3), answer.uvRetries());
        assertEquals(Optional.empty(), decode("a0").pinRetries());
    }

    private static ClientPinResponse decode(String hex) {
        Bytes response = Bytes.fromHex(hex.replace("KEY", KEY_HEX));
        return ClientPin.getPinRetries().decode(Cbor.decodeMap(response.toArray()));
    }
}

package dev.seckey.ctap2.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.published.PythonFido2;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AuthenticatorInfoTest {
    /** The two required members, and no other. */
    private static final CborMap LEAST = CborMap.builder()
            .put(AuthenticatorInfo.VERSIONS, List.of("FIDO_2_0"))
            .put(AuthenticatorInfo.AAGUID, Aaguid.NONE)
            .build();

    @Test
    void aRealKey() {
        AuthenticatorInfo info = info(PythonFido2.INFO);
        assertEquals(List.of(), info.deviations());
        assertEquals(List.of("U2F_V2", "FIDO_2_0"), info.versions());
        assertTrue(info.supports(AuthenticatorInfo.U2F_V2));
        assertFalse(info.supports(AuthenticatorInfo.FIDO_2_1));
        assertEquals(List.of("uvm", "hmac-secret"), info.extensions());
        assertEquals(PythonFido2.AAGUID, info.aaguid().toString());
        assertEquals(Map.of("rk", true, "up", true, "plat", false, "clientPin", false), info.options());
        assertEquals(1200, info.maxMsgSize());
        assertEquals(List.of(1), info.pinUvAuthProtocols());
        assertEquals(Map.of(), info.unknown());
    }

    @Test
    void aMemberThatNoSpecificationKnowsIsKept() {
        AuthenticatorInfo info = info(PythonFido2.INFO_WITH_AN_EXTRA_KEY);
        assertEquals(Set.of("99"), info.unknown().keySet());
        assertEquals(Optional.of(1234), info.unknown().get("99").as(CborType.INT));
        assertEquals(PythonFido2.INFO_WITH_AN_EXTRA_KEY, info.members().encode());
        assertEquals(
                Set.of("32"),
                info(with(Field.of(0x20, "future", CborType.TEXT), "?"))
                        .unknown()
                        .keySet());
    }

    @Test
    void whatIsAbsentHasTheMeaningOfItsAbsence() {
        AuthenticatorInfo info = info(LEAST);
        assertEquals(1024, info.maxMsgSize());
        assertEquals(4, info.minPinLength());
        assertEquals(63, info.maxPinLength());
        assertEquals(List.of("packed"), info.attestationFormats());
        assertEquals(List.of(), info.extensions());
        assertEquals(List.of(), info.pinUvAuthProtocols());
        assertEquals(List.of(), info.transports());
        assertEquals(Optional.empty(), info.firmwareVersion());
        assertFalse(info.forcePinChange());
    }

    @Test
    void anOptionThatIsAbsentIsNotAnOptionThatIsFalse() {
        AuthenticatorInfo info = info(PythonFido2.INFO);
        assertEquals(Optional.of(false), info.option(Option.CLIENT_PIN));
        assertEquals(Optional.empty(), info.option(Option.USER_VERIFICATION));
        assertFalse(info.has(Option.CLIENT_PIN));
        assertFalse(info.has(Option.USER_VERIFICATION));
        assertFalse(info.protectedByUserVerification());
    }

    @Test
    void userPresenceIsThereUnlessTheKeyDeniesIt() {
        assertTrue(info(LEAST).has(Option.USER_PRESENCE));
        assertFalse(info(with(AuthenticatorInfo.OPTIONS, Map.of("up", false))).has(Option.USER_PRESENCE));
    }

    @Test
    void alwaysUvTakesBackThatCredentialsAreMadeWithoutUserVerification() {
        Map<String, Boolean> without = Map.of("makeCredUvNotRqd", true);
        assertTrue(info(with(AuthenticatorInfo.OPTIONS, without)).makesCredentialWithoutUserVerification());
        Map<String, Boolean> always = Map.of("makeCredUvNotRqd", true, "alwaysUv", true);
        assertFalse(info(with(AuthenticatorInfo.OPTIONS, always)).makesCredentialWithoutUserVerification());
    }

    @Test
    void everyMemberHasItsNumber() {
        List<String> labels =
                AuthenticatorInfo.FIELDS.stream().map(Field::toString).toList();
        assertEquals(0x1F, labels.size());
        for (int number = 1; number <= 0x1F; number++) {
            String label = labels.get(number - 1);
            assertTrue(label.endsWith(String.format("(0x%02X)", number)), label);
        }
    }

    @Test
    void vendorCommandsAreUnsignedNumbersOf64Bits() {
        BigInteger large = new BigInteger("18446744073709551615");
        AuthenticatorInfo info =
                info(with(AuthenticatorInfo.VENDOR_PROTOTYPE_CONFIG_COMMANDS, List.of(BigInteger.ZERO, large)));
        assertEquals(
                List.of(BigInteger.ZERO, large),
                Cbor.decodeMap(info.members().encode()).require(AuthenticatorInfo.VENDOR_PROTOTYPE_CONFIG_COMMANDS));
    }

    /** A float is of no member's type. */
    @ParameterizedTest
    @MethodSource("fields")
    void aMemberOfTheWrongTypeIsNamed(Field<?> field, int number) {
        Bytes bytes = LEAST.toBuilder()
                .remove(field)
                .put(
                        Field.of(number, "", CborType.ANY),
                        Cbor.decode(Bytes.fromHex("f93e00").toArray()).value())
                .build()
                .encode();
        MalformedFault fault = assertThrows(MalformedFault.class, () -> info(bytes));
        assertEquals(CtapStatus.CBOR_UNEXPECTED_TYPE, fault.status());
        assertTrue(fault.getMessage().startsWith(field.name() + " (0x"), fault.getMessage());
    }

    private static Stream<Object[]> fields() {
        return IntStream.rangeClosed(1, 0x1F)
                .mapToObj(number -> new Object[] {AuthenticatorInfo.FIELDS.get(number - 1), number});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a2 01 81 01 03 50 00000000000000000000000000000000 | versions (0x01)[0] should be of type text and is not",
                "a3 01 80 03 50 00000000000000000000000000000000 04 a1 62726b 01"
                        + " | options (0x04).rk should be of type boolean and is not",
                "a3 01 80 03 50 00000000000000000000000000000000 04 a1 01 f5"
                        + " | a key of options (0x04) should be of type text and is not",
                "a3 01 80 03 50 00000000000000000000000000000000 05 20"
                        + " | maxMsgSize (0x05) should be of type unsigned integer and is not",
                "a3 01 80 03 50 00000000000000000000000000000000 06 82 01 1b0000000100000000"
                        + " | pinUvAuthProtocols (0x06)[1] should be of type unsigned integer and is not",
                "a1 01 80 | aaguid (0x03) is missing",
                "a1 03 50 00000000000000000000000000000000 | versions (0x01) is missing",
                "a2 01 80 03 43 000000 | an AAGUID of 3 bytes instead of 16",
                "a0 | versions (0x01) is missing",
            })
    void whatIsWrongIsSaid(String hex, String message) {
        assertEquals(
                message,
                assertThrows(MalformedFault.class, () -> info(Bytes.fromHex(hex)))
                        .getMessage());
    }

    private static <T> CborMap with(Field<T> field, T value) {
        return LEAST.toBuilder().put(field, value).build();
    }

    private static AuthenticatorInfo info(CborMap members) {
        return info(members.encode());
    }

    private static AuthenticatorInfo info(Bytes response) {
        Cbor.Decoded<CborMap> decoded = Cbor.decodeMap(response.toArray());
        return new AuthenticatorInfo(decoded.value(), decoded.deviations());
    }
}

package dev.seckey.ctap2.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.cbor.CborMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ConformanceTest {
    private static List<String> deviations(
            List<String> versions, Map<String, Boolean> options, UnaryOperator<CborMap.Builder> more) {
        CborMap.Builder members = CborMap.builder()
                .put(AuthenticatorInfo.VERSIONS, versions)
                .put(AuthenticatorInfo.AAGUID, Aaguid.NONE)
                .put(AuthenticatorInfo.OPTIONS, new LinkedHashMap<>(options));
        return Conformance.deviations(new AuthenticatorInfo(more.apply(members).build(), List.of()));
    }

    private static List<String> deviations(String version, Map<String, Boolean> options) {
        return deviations(
                List.of(version), options, more -> more.put(AuthenticatorInfo.PIN_UV_AUTH_PROTOCOLS, List.of(2, 1)));
    }

    @Test
    void aPlainKeyIsAsItShouldBe() {
        assertEquals(List.of(), deviations(AuthenticatorInfo.FIDO_2_0, Map.of("rk", true, "clientPin", true)));
    }

    @Test
    void aVersionMustBeNamed() {
        assertEquals(
                List.of("it names no version of the protocol"),
                deviations(List.of(), Map.of(), UnaryOperator.identity()));
    }

    @Test
    void fido21NeedsTokensWithPermissions() {
        assertEquals(
                List.of("it says FIDO_2_1 or later, and has no PIN tokens with permissions (pinUvAuthToken)"),
                deviations(AuthenticatorInfo.FIDO_2_1, Map.of("clientPin", true)));
    }

    @Test
    void aMessageHasAtLeast1024Bytes() {
        assertEquals(
                List.of("it takes messages of less than 1024 bytes only"),
                deviations(
                        List.of(AuthenticatorInfo.FIDO_2_0),
                        Map.of(),
                        more -> more.put(AuthenticatorInfo.MAX_MSG_SIZE, 1023)));
    }

    @Test
    void aPinHasAtLeastFourCharacters() {
        assertEquals(
                List.of("its minimum PIN length is below 4"),
                deviations(
                        List.of(AuthenticatorInfo.FIDO_2_0),
                        Map.of(),
                        more -> more.put(AuthenticatorInfo.MIN_PIN_LENGTH, 3)));
    }

    @Test
    void anOptionThatLeansOnAnotherNeedsIt() {
        assertEquals(
                List.of("it has the option perCredMgmtRO without credMgmt"),
                deviations(AuthenticatorInfo.FIDO_2_0, Map.of("perCredMgmtRO", true)));
    }

    @Test
    void underAlwaysUvNothingGoesWithoutIt() {
        assertEquals(
                List.of("makeCredUvNotRqd and alwaysUv are both true"),
                deviations(AuthenticatorInfo.FIDO_2_0, Map.of("alwaysUv", true, "makeCredUvNotRqd", true)));
    }
}

package dev.seckey.ctap2.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserVerificationRuleTest {
    /** @param options separated by spaces; those with a hyphen in front are false */
    private static AuthenticatorInfo key(String options) {
        Map<String, Boolean> all = Arrays.stream(options.split(" "))
                .collect(Collectors.toMap(each -> each.replace("-", ""), each -> !each.startsWith("-")));
        Function<CborMap.Builder, CborMap.Builder> required =
                info -> info.put(AuthenticatorInfo.VERSIONS, List.of(AuthenticatorInfo.FIDO_2_1))
                        .put(AuthenticatorInfo.AAGUID, Aaguid.NONE);
        return new AuthenticatorInfo(
                required.apply(CborMap.builder())
                        .put(AuthenticatorInfo.OPTIONS, all)
                        .build(),
                List.of());
    }

    /** CTAP 2.3 §6.1.2 step 10, §7.2. */
    @ParameterizedTest(name = "{0}, discoverable {1}: {2}")
    @CsvSource({
        "clientPin,                              false, true",
        "clientPin makeCredUvNotRqd,             false, false",
        "clientPin makeCredUvNotRqd,             true,  true",
        "clientPin makeCredUvNotRqd alwaysUv,    false, true",
        "-clientPin uv,                          false, true",
        "-clientPin uv makeCredUvNotRqd,         false, false",
        "-clientPin,                             false, false",
        "-clientPin,                             true,  false",
        "-clientPin alwaysUv,                    false, true"
    })
    void whenAKeyInsistsOnItsUserForACredential(String options, boolean discoverable, boolean insists) {
        assertEquals(insists, UserVerificationRule.forRegistration(key(options), Need.DISCOURAGED, discoverable));
    }

    @ParameterizedTest(name = "{0}, touch {1}: {2}")
    @CsvSource({
        "clientPin,           true,  false",
        "clientPin alwaysUv,  true,  true",
        "clientPin alwaysUv,  false, false"
    })
    void whenAKeyInsistsOnItsUserForAnAssertion(String options, boolean touch, boolean insists) {
        assertEquals(insists, UserVerificationRule.forAssertion(key(options), Need.DISCOURAGED, touch));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "-clientPin,                                  false",
        "clientPin,                                   true",
        "clientPin noMcGaPermissionsWithClientPin,    false",
        "clientPin noMcGaPermissionsWithClientPin uv, true"
    })
    void whoPrefersItGetsItWhereTheKeyCan(String options, boolean verified) {
        assertEquals(verified, UserVerificationRule.forAssertion(key(options), Need.PREFERRED, true));
    }
}

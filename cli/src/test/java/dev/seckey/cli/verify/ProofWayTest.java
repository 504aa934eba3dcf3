package dev.seckey.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofWayTest {
    private static AuthenticatorInfo info(String profile) {
        SoftAuthenticator key =
                new SoftAuthenticator(SimulatedProfiles.named(profile).orElseThrow(), Environment.ofThisMachine());
        Exchange exchange = Exchange.within(Duration.ofSeconds(20));
        try (Ctap2 session = new Ctap2(
                CtapHid.open(new SoftHidPipe(key, Ticker.SYSTEM), Trace.NONE, new SecureRandom(), exchange),
                () -> exchange)) {
            return session.info();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "level2, TOUCH",
        "pin-set, U2F PIN",
        "pin-set-no-u2f, PIN",
        "always-uv, SET_PIN_FIRST",
        "always-uv-fixed, PIN",
        "force-change, U2F CHANGE_PIN_FIRST",
        "bio, U2F BUILT_IN_UV PIN",
    })
    void theWayThatAsksLeastOfThePersonComesFirst(String profile, String ways) {
        List<ProofWay> expected =
                Arrays.stream(ways.split(" ")).map(ProofWay::valueOf).toList();
        assertEquals(expected, ProofWay.of(info(profile)));
    }

    /** CTAP 2.3 §7.2.4. */
    @Test
    void underAlwaysUvU2fIsOffWhateverVersionsSays() {
        CborMap said = CborMap.builder()
                .put(AuthenticatorInfo.VERSIONS, List.of(AuthenticatorInfo.U2F_V2, AuthenticatorInfo.FIDO_2_1))
                .put(AuthenticatorInfo.AAGUID, Aaguid.NONE)
                .put(AuthenticatorInfo.OPTIONS, Map.of("clientPin", true, "alwaysUv", true))
                .build();
        assertEquals(List.of(ProofWay.PIN), ProofWay.of(new AuthenticatorInfo(said, List.of())));
    }
}

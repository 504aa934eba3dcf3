package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersistentIdentityTest {
    private static final String PIN = "123456";

    private final SecureRandom random = new SecureRandom();

    private static Exchange exchange() {
        return Exchange.within(Duration.ofSeconds(20));
    }

    @Test
    void theIdentifierStaysWhileItsEncryptionChanges() {
        SoftAuthenticator key = new SoftAuthenticator(
                SimulatedProfiles.named("full").orElseThrow().withPin(PIN), Environment.ofThisMachine());
        try (Ctap2 session = new Ctap2(
                CtapHid.open(new SoftHidPipe(key, Ticker.SYSTEM), Trace.NONE, random, exchange()),
                PersistentIdentityTest::exchange)) {
            try (Pin pin = Pin.takingUtf8(PIN.getBytes(StandardCharsets.US_ASCII));
                    PinUvAuthToken token = PinUv.of(session, random)
                            .token(
                                    pin,
                                    Set.of(Permission.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY),
                                    Optional.empty(),
                                    false)) {
                AuthenticatorInfo one = session.refreshInfo();
                AuthenticatorInfo two = session.refreshInfo();
                PersistentIdentity identity = PersistentIdentity.read(token, one);
                assertTrue(identity.identifier().isPresent());
                assertTrue(identity.credentialStoreState().isPresent());
                assertEquals(identity, PersistentIdentity.read(token, two));
                assertNotEquals(
                        one.members().find(AuthenticatorInfo.ENC_IDENTIFIER),
                        two.members().find(AuthenticatorInfo.ENC_IDENTIFIER));
            }
        }
    }
}

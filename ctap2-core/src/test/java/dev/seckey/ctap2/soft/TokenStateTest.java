package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.pinuv.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a PIN/UV auth token (CTAP 2.3 §6.5.2.1). Up=false uses it and leaves it as it is. */
@ParameterizedClass(name = "protocol {0}")
@ValueSource(ints = {1, 2})
class TokenStateTest {
    private static final int MAKE = 1;
    private static final int GET = 2;

    @Parameter
    int protocol;

    private final KeyInHand key = KeyInHand.withPin();

    private PinClient client() {
        return new PinClient(key, protocol);
    }

    private Secret token(int permissions) {
        PinClient client = client();
        return client.token(client.withPermissions(PIN, permissions, Optional.of(RP)));
    }

    /** NO_CREDENTIALS is the answer to whoever holds a token that is good. */
    private CtapStatus use(Secret token) {
        return use(token, RP);
    }

    private CtapStatus use(Secret token, String rpId) {
        return key.status(GetAssertion.of(rpId, HASH, List.of(CredentialDescriptor.of(HASH)))
                .with(CredentialOptions.NONE.withUp(false))
                .with(client().proof(token, HASH)));
    }

    @Test
    void itIsGoodForItsProtocolOnly() {
        Secret token = token(GET);
        assertEquals(CtapStatus.NO_CREDENTIALS, use(token));
        PinUvAuth other = new PinClient(key, 3 - protocol).proof(token, HASH);
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(Requests.get().with(other)));
    }

    @Test
    void unusedItIsGoodForThirtySeconds() {
        Secret token = token(GET);
        key.time.advance(30_000);
        assertEquals(CtapStatus.NO_CREDENTIALS, use(token));
    }

    @Test
    void unusedItIsWorthlessAfterThirtySeconds() {
        Secret token = token(GET);
        key.time.advance(30_001);
        assertEquals(CtapStatus.PIN_AUTH_INVALID, use(token));
    }

    @Test
    void usedItIsGoodForTenMinutesInAll() {
        Secret token = token(GET);
        assertEquals(CtapStatus.NO_CREDENTIALS, use(token));
        key.time.advance(600_000);
        assertEquals(CtapStatus.NO_CREDENTIALS, use(token));
        key.time.advance(1);
        assertEquals(CtapStatus.PIN_AUTH_INVALID, use(token));
    }

    @Test
    void itAllowsOnlyWhatItWasMadeFor() {
        assertEquals(CtapStatus.PIN_AUTH_INVALID, use(token(MAKE)));
        PinUvAuth proof = client().proof(token(GET), HASH);
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(Requests.make().with(proof)));
    }

    @Test
    void itIsForOneRelyingParty() {
        Secret token = token(GET);
        assertEquals(CtapStatus.PIN_AUTH_INVALID, use(token, "example.com"));
        assertEquals(CtapStatus.NO_CREDENTIALS, use(token));
    }

    @Test
    void aLegacyTokenIsBoundToTheRelyingPartyThatUsesItFirst() {
        PinClient client = client();
        Secret token = client.token(client.legacy(PIN));
        assertEquals(CtapStatus.NO_CREDENTIALS, use(token, "example.com"));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, use(token));
        assertEquals(CtapStatus.NO_CREDENTIALS, use(token, "example.com"));
    }

    @Test
    void afterATouchItIsUsedUp() {
        Secret token = token(MAKE | GET);
        PinUvAuth proof = client().proof(token, HASH);
        assertEquals(CtapStatus.OK, key.status(Requests.make().with(proof)));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(Requests.make().with(proof)));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, use(token));
    }

    @Test
    void aNewTokenMakesTheOldOneWorthless() {
        Secret first = token(GET);
        Secret second = token(GET);
        assertEquals(CtapStatus.PIN_AUTH_INVALID, use(first));
        assertEquals(CtapStatus.NO_CREDENTIALS, use(second));
    }

    @Test
    void aWrongPinLeavesItGood() {
        Secret token = token(GET);
        assertEquals(CtapStatus.PIN_INVALID, key.status(client().legacy("4321")));
        assertEquals(CtapStatus.NO_CREDENTIALS, use(token));
    }

    @Test
    void aNewPinMakesItWorthless() {
        Secret token = token(GET);
        assertEquals(CtapStatus.OK, key.status(client().change(PIN, "56789")));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, use(token));
    }

    @Test
    void powerUpMakesItWorthless() {
        Secret token = token(GET);
        key.key.powerCycle();
        assertEquals(CtapStatus.PIN_AUTH_INVALID, use(token));
    }
}

package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.yubico.yubikit.core.fido.CtapException;
import com.yubico.yubikit.fido.client.Ctap2Client;
import com.yubico.yubikit.fido.client.MultipleAssertionsAvailable;
import com.yubico.yubikit.fido.client.clientdata.ClientDataProvider;
import com.yubico.yubikit.fido.ctap.ClientPin;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocol;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocolV1;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocolV2;
import com.yubico.yubikit.fido.webauthn.AuthenticatorAssertionResponse;
import com.yubico.yubikit.fido.webauthn.AuthenticatorAttestationResponse;
import com.yubico.yubikit.fido.webauthn.PublicKeyCredential;
import com.yubico.yubikit.fido.webauthn.PublicKeyCredentialCreationOptions;
import com.yubico.yubikit.fido.webauthn.PublicKeyCredentialRequestOptions;
import com.yubico.yubikit.fido.webauthn.SerializationType;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.webauthn.AssertionCheck;
import dev.seckey.ctap2.webauthn.AssertionVerifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole ceremonies of a client that others wrote, Yubico's, over USB packets. */
class YubikitCeremoniesTest {
    private static final String PIN = "123456";
    private static final Map<String, Object> ES256 = Map.of("type", "public-key", "alg", -7);

    private final SoftAuthenticator key = new SoftAuthenticator(KeyInHand.profile(), Environment.ofThisMachine());

    private Ctap2Session open() throws Exception {
        return new Ctap2Session(new UsbConnection(new SoftHidPipe(key, Ticker.SYSTEM)));
    }

    private static PinUvAuthProtocol protocol(int number) {
        return number == 1 ? new PinUvAuthProtocolV1() : new PinUvAuthProtocolV2();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itSetsAPinMakesACredentialAndSignsWithIt(int number) throws Exception {
        try (Ctap2Session session = open()) {
            PinUvAuthProtocol protocol = protocol(number);
            ClientPin pin = new ClientPin(session, protocol);
            pin.setPin(PIN.toCharArray());

            byte[] makeToken = pin.getPinToken(PIN.toCharArray(), ClientPin.PIN_PERMISSION_MC, RP);
            Ctap2Session.CredentialData made = session.makeCredential(
                    HASH.toArray(),
                    Map.of("id", RP, "name", "Example"),
                    Map.of("id", new byte[] {1}, "name", "Ada"),
                    List.of(ES256),
                    null,
                    null,
                    null,
                    protocol.authenticate(makeToken, HASH.toArray()),
                    number,
                    null,
                    null);
            AuthenticatorData authData = AuthenticatorData.parse(Bytes.of(made.getAuthenticatorData()));
            AttestedCredential credential = authData.credential().orElseThrow();
            assertEquals("packed", made.getFormat());
            assertTrue(authData.userVerified());

            byte[] getToken = pin.getPinToken(PIN.toCharArray(), ClientPin.PIN_PERMISSION_GA, RP);
            List<Ctap2Session.AssertionData> assertions = session.getAssertions(
                    RP,
                    HASH.toArray(),
                    List.of(Map.of(
                            "type",
                            "public-key",
                            "id",
                            credential.credentialId().toArray())),
                    null,
                    null,
                    protocol.authenticate(getToken, HASH.toArray()),
                    number,
                    null);
            assertEquals(1, assertions.size());
            AssertionCheck check = check(
                    assertions.get(0).getAuthenticatorData(),
                    HASH,
                    assertions.get(0).getSignature(),
                    credential);
            assertTrue(check.holds());
            assertTrue(check.userVerified());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itChangesThePinAndHearsOfAWrongOne(int number) throws Exception {
        try (Ctap2Session session = open()) {
            ClientPin pin = new ClientPin(session, protocol(number));
            pin.setPin(PIN.toCharArray());
            pin.changePin(PIN.toCharArray(), "654321".toCharArray());

            CtapException wrong = assertThrows(
                    CtapException.class, () -> pin.getPinToken(PIN.toCharArray(), ClientPin.PIN_PERMISSION_GA, RP));
            assertEquals(CtapException.ERR_PIN_INVALID, wrong.getCtapError());
            assertEquals(7, pin.getPinRetries().getCount());
        }
    }

    @Test
    void itsWebAuthnClientRegistersAndSignsIn() throws Exception, MultipleAssertionsAvailable {
        byte[] clientData = Bytes.utf8("{\"type\":\"webauthn.create\"}").toArray();
        ClientDataProvider provider = ClientDataProvider.fromClientDataJson(clientData);
        try (Ctap2Client client = new Ctap2Client(open())) {
            client.setPin(PIN.toCharArray());
            PublicKeyCredential made = client.makeCredential(
                    provider,
                    PublicKeyCredentialCreationOptions.fromMap(
                            Map.of(
                                    "rp", Map.of("id", RP, "name", "Example"),
                                    "user", Map.of("id", new byte[] {1}, "name", "ada", "displayName", "Ada"),
                                    "challenge", new byte[] {1, 2, 3},
                                    "pubKeyCredParams", List.of(ES256)),
                            SerializationType.CBOR),
                    RP,
                    PIN.toCharArray(),
                    null,
                    null);
            AttestedCredential credential = AuthenticatorData.parse(
                            Bytes.of(((AuthenticatorAttestationResponse) made.getResponse())
                                    .getAuthenticatorData()
                                    .getBytes()))
                    .credential()
                    .orElseThrow();

            PublicKeyCredential signed = client.getAssertion(
                    provider,
                    PublicKeyCredentialRequestOptions.fromMap(
                            Map.of(
                                    "challenge",
                                    new byte[] {1, 2, 3},
                                    "rpId",
                                    RP,
                                    "allowCredentials",
                                    List.of(Map.of("type", "public-key", "id", made.getRawId()))),
                            SerializationType.CBOR),
                    RP,
                    PIN.toCharArray(),
                    null);
            AuthenticatorAssertionResponse response = (AuthenticatorAssertionResponse) signed.getResponse();
            assertTrue(check(
                            response.getAuthenticatorData(),
                            Bytes.of(clientData).sha256(),
                            response.getSignature(),
                            credential)
                    .holds());
        }
    }

    private static AssertionCheck check(
            byte[] authData, Bytes clientDataHash, byte[] signature, AttestedCredential credential) {
        return AssertionVerifier.verify(
                AuthenticatorData.parse(Bytes.of(authData)),
                clientDataHash,
                Bytes.of(signature),
                credential.publicKey(),
                RP);
    }
}

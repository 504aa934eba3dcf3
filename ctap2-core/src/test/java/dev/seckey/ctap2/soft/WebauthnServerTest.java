package dev.seckey.ctap2.soft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AttestationType;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.exception.AssertionFailedException;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.RelyingParty;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A second opinion: Yubico's library for relying parties accepts what the software authenticator makes. */
class WebauthnServerTest {
    private final KeyInHand key = KeyInHand.named("full");
    private final YubicoRelyingParty relyingParty = new YubicoRelyingParty();

    /** What a browser would add. */
    private static Bytes clientData(String type, ByteArray challenge) {
        return Bytes.utf8("{\"type\":\"webauthn." + type + "\",\"challenge\":\"" + challenge.getBase64Url()
                + "\",\"origin\":\"https://" + Requests.RP + "\",\"crossOrigin\":false}");
    }

    private RegistrationResult register(Algorithm algorithm, String format) throws Exception {
        PublicKeyCredentialCreationOptions options = relyingParty.server.startRegistration(
                StartRegistrationOptions.builder().user(YubicoRelyingParty.USER).build());
        Bytes clientData = clientData("create", options.getChallenge());
        AttestationObject made =
                key.send(request(clientData.sha256(), algorithm, format)).attestation();
        assertEquals(format, made.fmt());

        Bytes id = made.authData().credential().orElseThrow().credentialId();
        RegistrationResult result = relyingParty.server.finishRegistration(FinishRegistrationOptions.builder()
                .request(options)
                .response(PublicKeyCredential.parseRegistrationResponseJson(
                        json(id, "\"attestationObject\":\"" + made.encode().base64url() + "\"", clientData)))
                .build());
        relyingParty.remember(result);
        return result;
    }

    private static MakeCredential request(Bytes hash, Algorithm algorithm, String format) {
        MakeCredential usual = MakeCredential.of(
                hash,
                RelyingParty.of(Requests.RP, "Example"),
                Requests.USER,
                List.of(CredentialParameters.of(algorithm)));
        return new MakeCredential(
                usual.clientDataHash(),
                usual.rp(),
                usual.user(),
                usual.pubKeyCredParams(),
                usual.excludeList(),
                usual.extensions(),
                usual.options(),
                Optional.empty(),
                Optional.empty(),
                List.of(format));
    }

    private static String json(Bytes id, String response, Bytes clientData) {
        return "{\"type\":\"public-key\",\"id\":\"" + id.base64url() + "\",\"response\":{" + response
                + ",\"clientDataJSON\":\"" + clientData.base64url() + "\"},\"clientExtensionResults\":{}}";
    }

    /** @param twist inverted in the signature's last octet */
    private AssertionResult authenticate(RegistrationResult registered, int twist) throws Exception {
        AssertionRequest request = relyingParty.server.startAssertion(StartAssertionOptions.builder()
                .username(YubicoRelyingParty.USER.getName())
                .build());
        Bytes clientData =
                clientData("get", request.getPublicKeyCredentialRequestOptions().getChallenge());
        Bytes id = Bytes.of(registered.getKeyId().getId().getBytes());
        Assertion assertion =
                key.send(GetAssertion.of(Requests.RP, clientData.sha256(), List.of(CredentialDescriptor.of(id))));
        byte[] signature = assertion.signature().toArray();
        signature[signature.length - 1] ^= (byte) twist;
        return relyingParty.server.finishAssertion(FinishAssertionOptions.builder()
                .request(request)
                .response(PublicKeyCredential.parseAssertionResponseJson(json(
                        id,
                        "\"authenticatorData\":\""
                                + assertion.authData().bytes().base64url() + "\",\"signature\":\""
                                + Bytes.of(signature).base64url() + "\"",
                        clientData)))
                .build());
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "ES384", "ES512", "EDDSA", "RS256"})
    void itsCredentialsSignForTheirOwner(Algorithm algorithm) throws Exception {
        RegistrationResult registered = register(algorithm, "packed");

        AssertionResult first = authenticate(registered, 0);
        AssertionResult second = authenticate(registered, 0);

        assertTrue(first.isSuccess());
        assertFalse(first.isUserVerified());
        assertTrue(second.isSignatureCounterValid());
        assertTrue(second.getSignatureCount() > first.getSignatureCount());
    }

    @ParameterizedTest
    @CsvSource({
        "ES256, none", "ES384, none", "ES512, none", "EDDSA, none", "RS256, none",
        "ES256, packed", "ES384, packed", "ES512, packed", "EDDSA, packed", "RS256, packed",
        "ES256, fido-u2f"
    })
    void itsAttestationsAreInOrder(Algorithm algorithm, String format) throws Exception {
        RegistrationResult registered = register(algorithm, format);

        assertEquals(
                format.equals("none") ? AttestationType.NONE : AttestationType.BASIC, registered.getAttestationType());
        Aaguid model = format.equals("fido-u2f") ? Aaguid.NONE : KeyInHand.aaguid();
        assertEquals(model.bytes().hex(), registered.getAaguid().getHex());
        assertFalse(registered.isAttestationTrusted(), "nobody has the simulated authority in a trust store");
    }

    @Test
    void itIsNoOpinionThatAcceptsEverything() throws Exception {
        RegistrationResult registered = register(Algorithm.ES256, "packed");

        assertThrows(AssertionFailedException.class, () -> authenticate(registered, 1));
    }
}

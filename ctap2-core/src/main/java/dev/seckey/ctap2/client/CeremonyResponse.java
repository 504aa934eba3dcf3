package dev.seckey.ctap2.client;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.json.JsonObject;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.webauthn.ClientData;

/** What a browser sends a relying party: a new credential, or an assertion (WebAuthn Level 3 §5.1.8). */
public sealed interface CeremonyResponse {
    /** From the member rawId, or id. */
    Bytes credentialId();

    ClientData clientData();

    AuthenticatorData authData();

    /** RegistrationResponseJSON. */
    record Registered(Bytes credentialId, ClientData clientData, AttestationObject attestation)
            implements CeremonyResponse {
        @Override
        public AuthenticatorData authData() {
            return attestation.authData();
        }
    }

    /** AuthenticationResponseJSON. */
    record Authenticated(Bytes credentialId, ClientData clientData, AuthenticatorData authData, Bytes signature)
            implements CeremonyResponse {}

    /**
     * Either of them, whichever it is; also from within the documents that seckey prints with --json.
     *
     * @throws MalformedFault naming the member that is not as it should be
     */
    static CeremonyResponse parse(Bytes json) {
        JsonObject document = JsonObject.parse(json);
        JsonObject in = document.object("registration")
                .or(() -> document.object("authentication"))
                .or(() -> document.objects("assertions").stream()
                        .findFirst()
                        .flatMap(first -> first.object("authentication")))
                .orElse(document);
        Bytes id = in.bytes("rawId").orElseGet(() -> in.requireBytes("id"));
        JsonObject response = in.requireObject("response");
        ClientData clientData = ClientData.parse(response.requireBytes("clientDataJSON"));
        if (response.has("attestationObject")) {
            return new Registered(id, clientData, AttestationObject.parse(response.requireBytes("attestationObject")));
        }
        return new Authenticated(
                id,
                clientData,
                AuthenticatorData.parse(response.requireBytes("authenticatorData")),
                response.requireBytes("signature"));
    }
}

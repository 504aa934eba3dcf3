package dev.seckey.cli.output;

import dev.seckey.cli.credential.Stored;
import dev.seckey.ctap2.client.Authentication;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.model.AuthenticatorData;
import java.util.List;

/** Assertions, one for each account. */
public record AuthenticationResult(List<Authentication> all, boolean simulated) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        for (int i = 0; i < all.size(); i++) {
            if (i > 0) {
                out.line("");
            }
            writeText(out, all.get(i));
        }
    }

    private static void writeText(TextWriter out, Authentication signed) {
        AuthenticatorData authData = signed.assertion().authData();
        out.pair("credential", signed.credentialId().base64url());
        signed.assertion().user().ifPresent(user -> out.pair("user", Stored.account(user)));
        out.pair("flags", RegistrationResult.flags(authData));
        out.pair("signature counter", authData.signCount());
        signed.extensionOutputs()
                .find(Extensions.THIRD_PARTY_PAYMENT)
                .ifPresent(on -> out.pair("payments", on ? "yes" : "no"));
        signed.extensionOutputs()
                .find(Extensions.CRED_BLOB)
                .ifPresent(blob -> out.pair("credential blob", blob.base64url()));
        signed.assertion().largeBlobKey().ifPresent(key -> out.pair("large-blob key", key.base64url()));
        signed.largeBlob().ifPresent(blob -> out.pair("large blob", blob.base64url()));
        signed.secrets().ifPresent(secrets -> RegistrationResult.secrets(out, secrets));
        out.pair("signature", signed.assertion().signature().base64url());
        out.pair("authenticator data", authData.bytes().base64url());
        out.pair("client data", signed.clientData().json().base64url());
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated).objects("assertions", all, AuthenticationResult::writeJson);
    }

    private static void writeJson(JsonWriter out, Authentication signed) {
        AuthenticatorData authData = signed.assertion().authData();
        out.member("credentialId", signed.credentialId())
                .member("rpId", signed.options().rpId())
                .member("user", signed.assertion().user().flatMap(user -> user.name()))
                .member("userPresent", authData.userPresent())
                .member("userVerified", authData.userVerified())
                .member("signCount", authData.signCount())
                .member("thirdPartyPayment", signed.extensionOutputs().find(Extensions.THIRD_PARTY_PAYMENT))
                .member("credBlob", signed.extensionOutputs().find(Extensions.CRED_BLOB))
                .member("largeBlobKey", signed.assertion().largeBlobKey())
                .member("largeBlob", signed.largeBlob())
                .object("authentication", members -> CeremonyJson.write(members, signed));
    }
}

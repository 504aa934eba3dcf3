package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;

/** hmac-secret: secrets that only this credential gives, for salts of the platform's (CTAP 2.3 §12.7). */
final class HmacSecretExtension implements KeyExtension {
    @Override
    public Feature feature() {
        return Feature.HMAC_SECRET;
    }

    @Override
    public String id() {
        return Extensions.HMAC_SECRET.name();
    }

    @Override
    public void check(GetAssertion request) {
        boolean wanted = request.extensions().has(Extensions.HMAC_SECRET);
        if (wanted && !request.options().up().orElse(true)) {
            throw new AuthenticatorFault(CtapStatus.UNSUPPORTED_OPTION);
        }
    }

    @Override
    public Traits mark(MakeCredential request, Traits traits) {
        return request.extensions().get(Extensions.HMAC_SECRET_CREATE, false) ? traits.withHmacSecret() : traits;
    }

    @Override
    public void make(Making making) {
        if (making.inputs().get(Extensions.HMAC_SECRET_CREATE, false)) {
            making.outputs().put(Extensions.HMAC_SECRET_CREATE, true);
        }
    }

    @Override
    public void get(Getting getting) {
        getting.inputs()
                .find(Extensions.HMAC_SECRET)
                .filter(input -> getting.credential().traits().hmacSecret())
                .ifPresent(input -> getting.outputs()
                        .put(
                                Extensions.HMAC_SECRET_OUTPUT,
                                CredentialSecrets.answer(
                                        getting.state(), getting.credential(), getting.userVerified(), input)));
    }
}

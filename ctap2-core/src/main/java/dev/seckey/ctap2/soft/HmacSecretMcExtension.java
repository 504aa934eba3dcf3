package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;

/** hmac-secret-mc: the secrets at once when the credential is made (CTAP 2.3 §12.8). */
final class HmacSecretMcExtension implements KeyExtension {
    @Override
    public Feature feature() {
        return Feature.HMAC_SECRET_MC;
    }

    @Override
    public String id() {
        return Extensions.HMAC_SECRET_MC.name();
    }

    @Override
    public void check(MakeCredential request) {
        boolean wanted = request.extensions().has(Extensions.HMAC_SECRET_MC);
        if (wanted && !request.extensions().get(Extensions.HMAC_SECRET_CREATE, false)) {
            throw new AuthenticatorFault(CtapStatus.MISSING_PARAMETER);
        }
    }

    @Override
    public void make(Making making) {
        making.inputs()
                .find(Extensions.HMAC_SECRET_MC)
                .ifPresent(input -> making.outputs()
                        .put(
                                Extensions.HMAC_SECRET_MC_OUTPUT,
                                CredentialSecrets.answer(
                                        making.state(), making.credential(), making.userVerified(), input)));
    }
}

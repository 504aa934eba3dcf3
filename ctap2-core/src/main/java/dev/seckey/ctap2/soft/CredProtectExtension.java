package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;

/** credProtect: who may see the credential (CTAP 2.3 §12.1). */
final class CredProtectExtension implements KeyExtension {
    @Override
    public Feature feature() {
        return Feature.CRED_PROTECT;
    }

    @Override
    public String id() {
        return Extensions.CRED_PROTECT.name();
    }

    @Override
    public void check(MakeCredential request) {
        int level = request.extensions().get(Extensions.CRED_PROTECT, 1);
        if (level < 1 || level > Traits.UV_REQUIRED) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
    }

    @Override
    public Traits mark(MakeCredential request, Traits traits) {
        return request.extensions()
                .find(Extensions.CRED_PROTECT)
                .map(traits::withCredProtect)
                .orElse(traits);
    }

    @Override
    public void make(Making making) {
        if (making.inputs().has(Extensions.CRED_PROTECT)) {
            making.outputs()
                    .put(Extensions.CRED_PROTECT, making.credential().traits().credProtect());
        }
    }
}

package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.extension.Extensions;

/** thirdPartyPayment: whether others than the relying party may use the credential to pay (CTAP 2.3 §12.9). */
final class ThirdPartyPaymentExtension implements KeyExtension {
    @Override
    public Feature feature() {
        return Feature.THIRD_PARTY_PAYMENT;
    }

    @Override
    public String id() {
        return Extensions.THIRD_PARTY_PAYMENT.name();
    }

    @Override
    public Traits mark(MakeCredential request, Traits traits) {
        return request.extensions().get(Extensions.THIRD_PARTY_PAYMENT, false)
                ? traits.withThirdPartyPayment()
                : traits;
    }

    @Override
    public void get(Getting getting) {
        if (getting.inputs().get(Extensions.THIRD_PARTY_PAYMENT, false)) {
            getting.outputs()
                    .put(
                            Extensions.THIRD_PARTY_PAYMENT,
                            getting.credential().traits().thirdPartyPayment());
        }
    }
}

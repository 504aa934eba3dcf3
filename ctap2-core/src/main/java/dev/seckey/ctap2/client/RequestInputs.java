package dev.seckey.ctap2.client;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.extension.HmacSecretInput;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.List;
import java.util.Optional;

/** The extension inputs of getAssertion (CTAP 2.3 §12). */
final class RequestInputs {
    private RequestInputs() {}

    static CborMap of(RequestExtensions wanted, AuthenticatorInfo info, Optional<HmacSecretInput> salts) {
        ExtensionInputs inputs = collect(wanted, info);
        inputs.put(Extensions.HMAC_SECRET, salts);
        return inputs.toMap();
    }

    static List<String> missing(RequestExtensions wanted, AuthenticatorInfo info) {
        ExtensionInputs inputs = collect(wanted, info);
        if (wanted.asksHmacSecret()) {
            inputs.want(Extensions.HMAC_SECRET);
        }
        return inputs.missing();
    }

    private static ExtensionInputs collect(RequestExtensions wanted, AuthenticatorInfo info) {
        ExtensionInputs inputs = new ExtensionInputs(info);
        inputs.putIf(wanted.credBlob(), Extensions.CRED_BLOB_FLAG);
        inputs.putIf(wanted.asksLargeBlobKey(), Extensions.LARGE_BLOB_KEY);
        inputs.putIf(wanted.thirdPartyPayment(), Extensions.THIRD_PARTY_PAYMENT);
        return inputs;
    }
}

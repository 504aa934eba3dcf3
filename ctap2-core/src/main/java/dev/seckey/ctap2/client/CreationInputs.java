package dev.seckey.ctap2.client;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.extension.HmacSecretInput;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.List;
import java.util.Optional;

/** The extension inputs of makeCredential (CTAP 2.3 §12). */
final class CreationInputs {
    private CreationInputs() {}

    static CborMap of(
            CreationExtensions wanted,
            AuthenticatorInfo info,
            CredentialOptions flags,
            Optional<HmacSecretInput> salts) {
        ExtensionInputs inputs = collect(wanted, info, flags.rk().orElse(false));
        inputs.put(Extensions.HMAC_SECRET_MC, salts);
        return inputs.toMap();
    }

    static List<String> missing(CreationExtensions wanted, AuthenticatorInfo info) {
        ExtensionInputs inputs = collect(wanted, info, true);
        if (wanted.salts().isPresent()) {
            inputs.want(Extensions.HMAC_SECRET_MC);
        }
        return inputs.missing();
    }

    private static ExtensionInputs collect(CreationExtensions wanted, AuthenticatorInfo info, boolean discoverable) {
        boolean largeBlob = discoverable
                && wanted.largeBlob().filter(need -> need != Need.DISCOURAGED).isPresent();
        ExtensionInputs inputs = new ExtensionInputs(info);
        inputs.put(Extensions.CRED_PROTECT, wanted.credProtect());
        inputs.put(Extensions.CRED_BLOB, wanted.credBlob());
        inputs.putIf(wanted.hmacSecret() || wanted.salts().isPresent(), Extensions.HMAC_SECRET_CREATE);
        inputs.putIf(wanted.largeBlobKey() || largeBlob, Extensions.LARGE_BLOB_KEY);
        inputs.putIf(wanted.minPinLength(), Extensions.MIN_PIN_LENGTH);
        inputs.putIf(wanted.pinComplexityPolicy(), Extensions.PIN_COMPLEXITY_POLICY);
        inputs.putIf(wanted.thirdPartyPayment(), Extensions.THIRD_PARTY_PAYMENT);
        return inputs;
    }
}

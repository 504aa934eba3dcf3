package dev.seckey.ctap2.client;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.extension.HmacSecretInput;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The extension inputs of makeCredential. What the key does not know is left out. */
public final class CreationInputs {
    private final AuthenticatorInfo info;
    private final CborMap.Builder out = CborMap.builder();
    private final List<String> missing = new ArrayList<>();

    private CreationInputs(AuthenticatorInfo info) {
        this.info = info;
    }

    static CborMap of(
            CreationExtensions wanted,
            AuthenticatorInfo info,
            CredentialOptions flags,
            Optional<HmacSecretInput> salts) {
        CreationInputs inputs = new CreationInputs(info);
        inputs.collect(wanted, flags.rk().orElse(false));
        return inputs.out.put(Extensions.HMAC_SECRET_MC, salts).build();
    }

    /** The extensions that are wanted and that this key does not have, by their identifiers. */
    public static List<String> missing(CreationExtensions wanted, AuthenticatorInfo info) {
        CreationInputs inputs = new CreationInputs(info);
        inputs.collect(wanted, true);
        if (wanted.salts().isPresent()) {
            inputs.knows(Extensions.HMAC_SECRET_MC);
        }
        return List.copyOf(inputs.missing);
    }

    private void collect(CreationExtensions wanted, boolean discoverable) {
        put(Extensions.CRED_PROTECT, wanted.credProtect());
        put(Extensions.CRED_BLOB, wanted.credBlob());
        put(
                Extensions.HMAC_SECRET_CREATE,
                flag(wanted.hmacSecret() || wanted.salts().isPresent()));
        boolean large = wanted.largeBlobKey()
                || discoverable
                        && wanted.largeBlob()
                                .map(need -> need != Need.DISCOURAGED)
                                .orElse(false);
        put(Extensions.LARGE_BLOB_KEY, flag(large));
        put(Extensions.MIN_PIN_LENGTH, flag(wanted.minPinLength()));
        put(Extensions.PIN_COMPLEXITY_POLICY, flag(wanted.pinComplexityPolicy()));
        put(Extensions.THIRD_PARTY_PAYMENT, flag(wanted.thirdPartyPayment()));
    }

    private static Optional<Boolean> flag(boolean wanted) {
        return wanted ? Optional.of(true) : Optional.empty();
    }

    private <T> void put(Field<T> field, Optional<T> value) {
        if (value.isPresent() && knows(field)) {
            out.put(field, value);
        }
    }

    private boolean knows(Field<?> field) {
        boolean known = info.extensions().contains(field.name());
        if (!known) {
            missing.add(field.name());
        }
        return known;
    }
}

package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.model.Option;
import java.util.LinkedHashMap;
import java.util.Map;

/** The options of getInfo as they stand now (CTAP 2.3 §6.4). Absent and false differ. */
final class KeyOptions {
    private final KeyState state;
    private final Map<String, Boolean> options = new LinkedHashMap<>();

    private KeyOptions(KeyState state) {
        this.state = state;
    }

    static Map<String, Boolean> of(KeyState state) {
        KeyOptions made = new KeyOptions(state);
        made.collect();
        return made.options;
    }

    private void collect() {
        Settings settings = state.settings;
        put(Option.PLATFORM, false);
        put(Option.RESIDENT_KEY, true);
        put(Option.CLIENT_PIN, state.pin.isSet());
        put(Option.USER_PRESENCE, true);
        if (state.hasSensor()) {
            put(Option.USER_VERIFICATION, state.hasFingers());
        }
        putIf(Feature.PIN_UV_AUTH_TOKEN, Option.PIN_UV_AUTH_TOKEN, true);
        putIf(Feature.NO_MC_GA_WITH_CLIENT_PIN, Option.NO_MC_GA_WITH_CLIENT_PIN, true);
        putIf(Feature.LARGE_BLOBS, Option.LARGE_BLOBS, true);
        putIf(Feature.ENTERPRISE_ATTESTATION, Option.ENTERPRISE_ATTESTATION, settings.enterpriseAttestation());
        putIf(Feature.FINGERPRINT, Option.BIO_ENROLL, state.hasFingers());
        putIf(Feature.FINGERPRINT_PREVIEW, Option.BIO_ENROLL_PREVIEW, state.hasFingers());
        putIf(Feature.UV_BIO_ENROLL, Option.UV_BIO_ENROLL, true);
        putIf(Feature.AUTHENTICATOR_CONFIG, Option.AUTHENTICATOR_CONFIG, true);
        putIf(Feature.UV_CONFIG, Option.UV_AUTHENTICATOR_CONFIG, true);
        putIf(Feature.CREDENTIAL_MANAGEMENT, Option.CREDENTIAL_MANAGEMENT, true);
        putIf(Feature.PERSISTENT_TOKEN, Option.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY, true);
        putIf(Feature.CREDENTIAL_MANAGEMENT_PREVIEW, Option.CREDENTIAL_MANAGEMENT_PREVIEW, true);
        putIf(Feature.SET_MIN_PIN_LENGTH, Option.SET_MIN_PIN_LENGTH, true);
        putIf(Feature.MAKE_CRED_UV_NOT_REQUIRED, Option.MAKE_CRED_UV_NOT_REQUIRED, settings.makeCredUvNotRequired());
        if (state.profile.has(Feature.ALWAYS_UV) || settings.alwaysUv()) {
            put(Option.ALWAYS_UV, settings.alwaysUv());
        }
    }

    private void putIf(Feature feature, Option option, boolean value) {
        if (state.profile.has(feature)) {
            put(option, value);
        }
    }

    private void put(Option option, boolean value) {
        options.put(option.id(), value);
    }
}

package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** authenticatorGetInfo, the authenticator's side (CTAP 2.3 §6.4). */
final class GetInfoHandler {
    /** Bytes of the longest message taken. */
    static final int MAX_MSG_SIZE = 1200;

    private final KeyState state;

    GetInfoHandler(KeyState state) {
        this.state = state;
    }

    CborMap handle() {
        return CborMap.builder()
                .put(AuthenticatorInfo.VERSIONS, versions())
                .put(AuthenticatorInfo.AAGUID, state.profile.aaguid())
                .put(AuthenticatorInfo.OPTIONS, options())
                .put(AuthenticatorInfo.MAX_MSG_SIZE, MAX_MSG_SIZE)
                .put(AuthenticatorInfo.PIN_UV_AUTH_PROTOCOLS, List.of(2, 1))
                .put(AuthenticatorInfo.MAX_CREDENTIAL_COUNT_IN_LIST, 8)
                .put(AuthenticatorInfo.MAX_CREDENTIAL_ID_LENGTH, 128)
                .put(AuthenticatorInfo.TRANSPORTS, List.of("nfc", "usb"))
                .put(
                        AuthenticatorInfo.ALGORITHMS,
                        SigningKey.ALGORITHMS.stream()
                                .map(CredentialParameters::of)
                                .toList())
                .put(AuthenticatorInfo.MIN_PIN_LENGTH, PinStore.MIN_PIN_LENGTH)
                .put(AuthenticatorInfo.FIRMWARE_VERSION, state.profile.firmwareVersion())
                .put(AuthenticatorInfo.REMAINING_DISCOVERABLE_CREDENTIALS, state.credentials.remaining())
                .build();
    }

    private List<String> versions() {
        return state.profile.versions().stream()
                .filter(version -> !version.equals(AuthenticatorInfo.U2F_V2) || state.profile.speaksU2fNow())
                .toList();
    }

    private Map<String, Boolean> options() {
        Map<String, Boolean> options = new LinkedHashMap<>();
        options.put(Option.PLATFORM.id(), false);
        options.put(Option.RESIDENT_KEY.id(), true);
        options.put(Option.CLIENT_PIN.id(), state.pin.isSet());
        options.put(Option.USER_PRESENCE.id(), true);
        options.put(Option.PIN_UV_AUTH_TOKEN.id(), true);
        if (state.profile.alwaysUv()) {
            options.put(Option.ALWAYS_UV.id(), true);
        }
        return options;
    }
}

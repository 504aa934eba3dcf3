package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** authenticatorGetInfo, the authenticator's side (CTAP 2.3 §6.4). */
final class GetInfoHandler {
    /** Bytes of the longest message taken. */
    static final int MAX_MSG_SIZE = 1200;

    /** In an allowList or excludeList. */
    static final int MAX_CREDENTIAL_COUNT_IN_LIST = 16;

    private static final int MAX_CREDENTIAL_ID_LENGTH = 128;
    /** An RSA key needs more. */
    private static final int MAX_RSA_CREDENTIAL_ID_LENGTH = 320;

    private static final int PREFERRED_UV_ATTEMPTS = 3;
    /** FIDO Registry of Predefined Values §3.1: fingerprint_internal. */
    private static final long UV_FINGERPRINT = 0x02;

    private static final List<String> TRANSPORTS = List.of("nfc", "usb");

    /** Where a key is particular about it. */
    static final List<String> TRANSPORTS_FOR_RESET = List.of("usb");

    /** FIDO's own certification: level 2 (CTAP 2.3 §7.3.1). */
    private static final Map<String, Long> CERTIFICATIONS = Map.of("FIDO", 3L);

    private static final Bytes PIN_COMPLEXITY_URL = Bytes.utf8("https://example.org/pin-rules");

    private final KeyState state;

    GetInfoHandler(KeyState state) {
        this.state = state;
    }

    CborMap handle() {
        Profile profile = state.profile;
        boolean rsa = profile.algorithms().contains(Algorithm.RS256);
        CborMap.Builder out = CborMap.builder()
                .put(AuthenticatorInfo.VERSIONS, versions())
                .put(AuthenticatorInfo.EXTENSIONS, Optional.of(extensions()).filter(list -> !list.isEmpty()))
                .put(AuthenticatorInfo.AAGUID, profile.aaguid())
                .put(AuthenticatorInfo.OPTIONS, KeyOptions.of(state))
                .put(AuthenticatorInfo.MAX_MSG_SIZE, MAX_MSG_SIZE)
                .put(AuthenticatorInfo.PIN_UV_AUTH_PROTOCOLS, profile.pinUvAuthProtocols())
                .put(AuthenticatorInfo.MAX_CREDENTIAL_COUNT_IN_LIST, MAX_CREDENTIAL_COUNT_IN_LIST)
                .put(
                        AuthenticatorInfo.MAX_CREDENTIAL_ID_LENGTH,
                        rsa ? MAX_RSA_CREDENTIAL_ID_LENGTH : MAX_CREDENTIAL_ID_LENGTH)
                .put(AuthenticatorInfo.TRANSPORTS, TRANSPORTS)
                .put(
                        AuthenticatorInfo.ALGORITHMS,
                        profile.algorithms().stream()
                                .map(CredentialParameters::of)
                                .toList())
                .put(AuthenticatorInfo.MIN_PIN_LENGTH, state.pinPolicy.minLength())
                .put(AuthenticatorInfo.FIRMWARE_VERSION, profile.firmwareVersion())
                .put(AuthenticatorInfo.REMAINING_DISCOVERABLE_CREDENTIALS, state.credentials.remaining());
        ofVersion21(out);
        ofVersion22(out);
        return out.build();
    }

    private void ofVersion21(CborMap.Builder out) {
        putIf(Feature.LARGE_BLOBS, out, AuthenticatorInfo.MAX_SERIALIZED_LARGE_BLOB_ARRAY, LargeBlobStore.CAPACITY);
        putIf(Feature.SET_MIN_PIN_LENGTH, out, AuthenticatorInfo.FORCE_PIN_CHANGE, state.pinPolicy.changeForced());
        if (state.pinPolicy.changeForced()) {
            out.put(AuthenticatorInfo.FORCE_PIN_CHANGE, true);
        }
        putIf(Feature.CRED_BLOB, out, AuthenticatorInfo.MAX_CRED_BLOB_LENGTH, CredBlobExtension.MOST);
        putIf(
                Feature.SET_MIN_PIN_LENGTH,
                out,
                AuthenticatorInfo.MAX_RPIDS_FOR_SET_MIN_PIN_LENGTH,
                ConfigHandler.MAX_RP_IDS);
        putIf(Feature.FINGERPRINT, out, AuthenticatorInfo.PREFERRED_PLATFORM_UV_ATTEMPTS, PREFERRED_UV_ATTEMPTS);
        putIf(Feature.FINGERPRINT, out, AuthenticatorInfo.UV_MODALITY, UV_FINGERPRINT);
        putIf(Feature.CERTIFICATIONS, out, AuthenticatorInfo.CERTIFICATIONS, CERTIFICATIONS);
        putIf(
                Feature.VENDOR_PROTOTYPE,
                out,
                AuthenticatorInfo.VENDOR_PROTOTYPE_CONFIG_COMMANDS,
                List.of(ConfigHandler.VENDOR_COMMAND));
    }

    /** And of 2.3. */
    private void ofVersion22(CborMap.Builder out) {
        putIf(Feature.ATTESTATION_FORMATS, out, AuthenticatorInfo.ATTESTATION_FORMATS, Attester.formats(state.profile));
        putIf(
                Feature.LONG_TOUCH_FOR_RESET,
                out,
                AuthenticatorInfo.LONG_TOUCH_FOR_RESET,
                state.settings.longTouchForReset());
        putIf(Feature.TRANSPORTS_FOR_RESET, out, AuthenticatorInfo.TRANSPORTS_FOR_RESET, TRANSPORTS_FOR_RESET);
        putIf(Feature.PIN_COMPLEXITY, out, AuthenticatorInfo.PIN_COMPLEXITY_POLICY, state.pinPolicy.complex());
        putIf(Feature.PIN_COMPLEXITY, out, AuthenticatorInfo.PIN_COMPLEXITY_POLICY_URL, PIN_COMPLEXITY_URL);
        boolean version22 = state.profile.versions().contains(AuthenticatorInfo.FIDO_2_2);
        if (version22 || state.pinPolicy.maxLength() != PinSettings.NONE.maxLength()) {
            out.put(AuthenticatorInfo.MAX_PIN_LENGTH, state.pinPolicy.maxLength());
        }
        if (version22 && state.hasSensor()) {
            out.put(AuthenticatorInfo.UV_COUNT_SINCE_LAST_PIN_ENTRY, state.fingerprints.countSincePin());
        }
        if (state.profile.has(Feature.PERSISTENT_TOKEN)) {
            Bytes content = state.credentials.contentId();
            out.put(AuthenticatorInfo.ENC_IDENTIFIER, state.persistentToken.encIdentifier());
            out.put(AuthenticatorInfo.ENC_CRED_STORE_STATE, state.persistentToken.encCredStoreState(content));
        }
        if (state.profile.versions().contains(AuthenticatorInfo.FIDO_2_3)) {
            out.put(AuthenticatorInfo.AUTHENTICATOR_CONFIG_COMMANDS, ConfigHandler.commands(state.profile));
        }
    }

    private <T> void putIf(Feature feature, CborMap.Builder out, Field<T> field, T value) {
        if (state.profile.has(feature)) {
            out.put(field, value);
        }
    }

    private List<String> versions() {
        return state.profile.versions().stream()
                .filter(version -> !version.equals(AuthenticatorInfo.U2F_V2) || state.settings.speaksU2f())
                .toList();
    }

    private List<String> extensions() {
        return KeyExtension.of(state.profile).stream().map(KeyExtension::id).toList();
    }

    /** With its keys from the last to the first, which CTAP forbids and some keys do. */
    static Bytes backwards(CborMap info) {
        List<Field<?>> fields = new ArrayList<>(AuthenticatorInfo.FIELDS);
        Collections.reverse(fields);
        Bytes out = Bytes.EMPTY;
        for (Field<?> field : fields) {
            out = out.plus(alone(info, field));
        }
        int head = 0xA0;
        return info.size() < 24
                ? Bytes.ofInts(head | info.size()).plus(out)
                : Bytes.ofInts(head | 24, info.size()).plus(out);
    }

    private static <T> Bytes alone(CborMap info, Field<T> field) {
        return info.find(field)
                .map(value ->
                        CborMap.builder().put(field, value).build().encode().from(1))
                .orElse(Bytes.EMPTY);
    }
}

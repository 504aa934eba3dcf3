package dev.seckey.ctap2.model;

import static dev.seckey.ctap2.cbor.CborType.BOOL;
import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.LONG;
import static dev.seckey.ctap2.cbor.CborType.TEXT;
import static dev.seckey.ctap2.cbor.CborType.UINT64;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;
import static dev.seckey.ctap2.cbor.CborType.list;
import static dev.seckey.ctap2.cbor.CborType.textMap;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborItem;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a key says of itself (authenticatorGetInfo, CTAP 2.3 §6.4). A view of the map as it came: members that this
 * version does not know are kept, and an absent member has the meaning that the specification gives to its absence.
 *
 * @param members the response, checked: every known member has its type
 * @param deviations where the encoding was not canonical; empty if it was
 */
public record AuthenticatorInfo(CborMap members, List<String> deviations) {
    public static final Field<List<String>> VERSIONS = Field.of(0x01, "versions", list(TEXT));
    public static final Field<List<String>> EXTENSIONS = Field.of(0x02, "extensions", list(TEXT));
    public static final Field<Aaguid> AAGUID = Field.of(0x03, "aaguid", CborType.BYTES.as(Aaguid::of, Aaguid::bytes));
    public static final Field<Map<String, Boolean>> OPTIONS = Field.of(0x04, "options", textMap(BOOL));
    public static final Field<Integer> MAX_MSG_SIZE = Field.of(0x05, "maxMsgSize", UNSIGNED);
    public static final Field<List<Integer>> PIN_UV_AUTH_PROTOCOLS =
            Field.of(0x06, "pinUvAuthProtocols", list(UNSIGNED));
    public static final Field<Integer> MAX_CREDENTIAL_COUNT_IN_LIST =
            Field.of(0x07, "maxCredentialCountInList", UNSIGNED);
    public static final Field<Integer> MAX_CREDENTIAL_ID_LENGTH = Field.of(0x08, "maxCredentialIdLength", UNSIGNED);
    public static final Field<List<String>> TRANSPORTS = Field.of(0x09, "transports", list(TEXT));
    public static final Field<List<CredentialParameters>> ALGORITHMS =
            Field.of(0x0A, "algorithms", list(CredentialParameters.CBOR));
    public static final Field<Integer> MAX_SERIALIZED_LARGE_BLOB_ARRAY =
            Field.of(0x0B, "maxSerializedLargeBlobArray", UNSIGNED);
    public static final Field<Boolean> FORCE_PIN_CHANGE = Field.of(0x0C, "forcePINChange", BOOL);
    public static final Field<Integer> MIN_PIN_LENGTH = Field.of(0x0D, "minPINLength", UNSIGNED);
    public static final Field<Long> FIRMWARE_VERSION = Field.of(0x0E, "firmwareVersion", LONG);
    public static final Field<Integer> MAX_CRED_BLOB_LENGTH = Field.of(0x0F, "maxCredBlobLength", UNSIGNED);
    public static final Field<Integer> MAX_RPIDS_FOR_SET_MIN_PIN_LENGTH =
            Field.of(0x10, "maxRPIDsForSetMinPINLength", UNSIGNED);
    public static final Field<Integer> PREFERRED_PLATFORM_UV_ATTEMPTS =
            Field.of(0x11, "preferredPlatformUvAttempts", UNSIGNED);
    public static final Field<Long> UV_MODALITY = Field.of(0x12, "uvModality", LONG);
    public static final Field<Map<String, Long>> CERTIFICATIONS = Field.of(0x13, "certifications", textMap(LONG));
    public static final Field<Integer> REMAINING_DISCOVERABLE_CREDENTIALS =
            Field.of(0x14, "remainingDiscoverableCredentials", UNSIGNED);
    public static final Field<List<BigInteger>> VENDOR_PROTOTYPE_CONFIG_COMMANDS =
            Field.of(0x15, "vendorPrototypeConfigCommands", list(UINT64));
    public static final Field<List<String>> ATTESTATION_FORMATS = Field.of(0x16, "attestationFormats", list(TEXT));
    public static final Field<Integer> UV_COUNT_SINCE_LAST_PIN_ENTRY =
            Field.of(0x17, "uvCountSinceLastPinEntry", UNSIGNED);
    public static final Field<Boolean> LONG_TOUCH_FOR_RESET = Field.of(0x18, "longTouchForReset", BOOL);
    public static final Field<Bytes> ENC_IDENTIFIER = Field.of(0x19, "encIdentifier", BYTES);
    public static final Field<List<String>> TRANSPORTS_FOR_RESET = Field.of(0x1A, "transportsForReset", list(TEXT));
    public static final Field<Boolean> PIN_COMPLEXITY_POLICY = Field.of(0x1B, "pinComplexityPolicy", BOOL);
    public static final Field<Bytes> PIN_COMPLEXITY_POLICY_URL = Field.of(0x1C, "pinComplexityPolicyURL", BYTES);
    public static final Field<Integer> MAX_PIN_LENGTH = Field.of(0x1D, "maxPINLength", UNSIGNED);
    public static final Field<Bytes> ENC_CRED_STORE_STATE = Field.of(0x1E, "encCredStoreState", BYTES);
    public static final Field<List<Integer>> AUTHENTICATOR_CONFIG_COMMANDS =
            Field.of(0x1F, "authenticatorConfigCommands", list(UNSIGNED));

    /** Every member that CTAP 2.3 knows, by its number. */
    public static final List<Field<?>> FIELDS = List.of(
            VERSIONS,
            EXTENSIONS,
            AAGUID,
            OPTIONS,
            MAX_MSG_SIZE,
            PIN_UV_AUTH_PROTOCOLS,
            MAX_CREDENTIAL_COUNT_IN_LIST,
            MAX_CREDENTIAL_ID_LENGTH,
            TRANSPORTS,
            ALGORITHMS,
            MAX_SERIALIZED_LARGE_BLOB_ARRAY,
            FORCE_PIN_CHANGE,
            MIN_PIN_LENGTH,
            FIRMWARE_VERSION,
            MAX_CRED_BLOB_LENGTH,
            MAX_RPIDS_FOR_SET_MIN_PIN_LENGTH,
            PREFERRED_PLATFORM_UV_ATTEMPTS,
            UV_MODALITY,
            CERTIFICATIONS,
            REMAINING_DISCOVERABLE_CREDENTIALS,
            VENDOR_PROTOTYPE_CONFIG_COMMANDS,
            ATTESTATION_FORMATS,
            UV_COUNT_SINCE_LAST_PIN_ENTRY,
            LONG_TOUCH_FOR_RESET,
            ENC_IDENTIFIER,
            TRANSPORTS_FOR_RESET,
            PIN_COMPLEXITY_POLICY,
            PIN_COMPLEXITY_POLICY_URL,
            MAX_PIN_LENGTH,
            ENC_CRED_STORE_STATE,
            AUTHENTICATOR_CONFIG_COMMANDS);

    /** Versions as they stand in {@link #versions()}. */
    public static final String U2F_V2 = "U2F_V2";

    public static final String FIDO_2_0 = "FIDO_2_0";
    public static final String FIDO_2_1_PRE = "FIDO_2_1_PRE";
    public static final String FIDO_2_1 = "FIDO_2_1";
    public static final String FIDO_2_2 = "FIDO_2_2";
    public static final String FIDO_2_3 = "FIDO_2_3";

    /** Checks every member's type, and that the two required ones are there. */
    public AuthenticatorInfo {
        FIELDS.forEach(members::find);
        members.require(VERSIONS);
        members.require(AAGUID);
    }

    public List<String> versions() {
        return members.require(VERSIONS);
    }

    public boolean supports(String version) {
        return versions().contains(version);
    }

    public List<String> extensions() {
        return members.get(EXTENSIONS, List.of());
    }

    public Aaguid aaguid() {
        return members.require(AAGUID);
    }

    public Map<String, Boolean> options() {
        return members.get(OPTIONS, Map.of());
    }

    /** Absent and false differ: absent means that the key has no such thing. */
    public Optional<Boolean> option(Option option) {
        return Optional.ofNullable(options().get(option.id()));
    }

    /** Whether the option is there and true. */
    public boolean has(Option option) {
        return option(option).orElse(option == Option.USER_PRESENCE);
    }

    /** Bytes, command byte included; 1,024 where the key does not say. */
    public int maxMsgSize() {
        return members.get(MAX_MSG_SIZE, 1024);
    }

    /** In the key's order of preference; empty if it has none. */
    public List<Integer> pinUvAuthProtocols() {
        return members.get(PIN_UV_AUTH_PROTOCOLS, List.of());
    }

    public boolean forcePinChange() {
        return members.get(FORCE_PIN_CHANGE, false);
    }

    /** Unicode code points; 4 where the key does not say. */
    public int minPinLength() {
        return members.get(MIN_PIN_LENGTH, 4);
    }

    /** Unicode code points; 63 where the key does not say (and never more than 63 bytes). */
    public int maxPinLength() {
        return members.get(MAX_PIN_LENGTH, 63);
    }

    /** The firmware as the key claims it; makers number as they like. */
    public Optional<Long> firmwareVersion() {
        return members.find(FIRMWARE_VERSION);
    }

    public List<String> transports() {
        return members.get(TRANSPORTS, List.of());
    }

    /** Packed where the key does not say. */
    public List<String> attestationFormats() {
        return members.get(ATTESTATION_FORMATS, List.of("packed"));
    }

    /** Whether a PIN or built-in user verification is set up (clientPin or uv is true). */
    public boolean protectedByUserVerification() {
        return has(Option.CLIENT_PIN) || has(Option.USER_VERIFICATION);
    }

    /** Whether a non-discoverable credential may be made without PIN; never under alwaysUv (CTAP 2.3 §6.1.2). */
    public boolean makesCredentialWithoutUserVerification() {
        return has(Option.MAKE_CRED_UV_NOT_REQUIRED) && !has(Option.ALWAYS_UV);
    }

    /** Members with numbers that CTAP 2.3 does not assign. */
    public Map<String, CborItem> unknown() {
        return members.others(FIELDS);
    }
}

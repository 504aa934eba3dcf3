package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.BOOL;
import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.MAP;
import static dev.seckey.ctap2.cbor.CborType.TEXT;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;
import static dev.seckey.ctap2.cbor.CborType.list;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborItem;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import java.util.List;
import java.util.Optional;

/**
 * authenticatorMakeCredential (0x01), CTAP 2.3 §6.1.
 *
 * @param clientDataHash 32 bytes
 * @param pubKeyCredParams in the relying party's order of preference
 * @param excludeList empty: none is excluded
 * @param extensions by their identifiers; empty: none
 * @param enterpriseAttestation 1 or 2
 * @param attestationFormatsPreference empty: the key's choice
 */
public record MakeCredential(
        Bytes clientDataHash,
        RelyingParty rp,
        UserEntity user,
        List<CredentialParameters> pubKeyCredParams,
        List<CredentialDescriptor> excludeList,
        CborMap extensions,
        CredentialOptions options,
        Optional<PinUvAuth> pinUvAuth,
        Optional<Integer> enterpriseAttestation,
        List<String> attestationFormatsPreference)
        implements Command<NewCredential> {
    private static final Field<Bytes> CLIENT_DATA_HASH = Field.of(0x01, "clientDataHash", BYTES);
    private static final Field<RelyingParty> RP = Field.of(0x02, "rp", RelyingParty.CBOR);
    private static final Field<UserEntity> USER = Field.of(0x03, "user", UserEntity.CBOR);
    private static final Field<List<CredentialParameters>> PUB_KEY_CRED_PARAMS =
            Field.of(0x04, "pubKeyCredParams", list(CredentialParameters.CBOR));
    private static final Field<List<CredentialDescriptor>> EXCLUDE_LIST =
            Field.of(0x05, "excludeList", list(CredentialDescriptor.CBOR));
    private static final Field<CborMap> EXTENSIONS = Field.of(0x06, "extensions", MAP);
    private static final Field<CredentialOptions> OPTIONS = Field.of(0x07, "options", CredentialOptions.CBOR);
    private static final Field<Bytes> PIN_UV_AUTH_PARAM = Field.of(0x08, "pinUvAuthParam", BYTES);
    private static final Field<Integer> PIN_UV_AUTH_PROTOCOL = Field.of(0x09, "pinUvAuthProtocol", UNSIGNED);
    private static final Field<Integer> ENTERPRISE_ATTESTATION = Field.of(0x0A, "enterpriseAttestation", UNSIGNED);
    private static final Field<List<String>> ATTESTATION_FORMATS_PREFERENCE =
            Field.of(0x0B, "attestationFormatsPreference", list(TEXT));

    /** Of the first version of the specification: still sent by some clients, kept by no key; text, if it is there. */
    private static final Field<String> ICON = Field.of("icon", TEXT);

    private static final List<Field<CborMap>> ENTITIES =
            List.of(Field.of(0x02, "rp", MAP), Field.of(0x03, "user", MAP));

    private static final Field<Boolean> LARGE_BLOB_KEY_WANTED = Field.of("largeBlobKey", BOOL);

    private static final Field<String> FMT = Field.of(0x01, "fmt", TEXT);
    private static final Field<Bytes> AUTH_DATA = Field.of(0x02, "authData", BYTES);
    private static final Field<CborItem> ATT_STMT = Field.of(0x03, "attStmt", CborType.ANY);

    /** In the answer: whether the attestation is an enterprise's. */
    public static final Field<Boolean> EP_ATT = Field.of(0x04, "epAtt", BOOL);

    /** In the answer: 32 bytes. */
    public static final Field<Bytes> LARGE_BLOB_KEY = Field.of(0x05, "largeBlobKey", BYTES);

    /** A plain request: nothing excluded, no extension, no option, no PIN. */
    public static MakeCredential of(
            Bytes clientDataHash, RelyingParty rp, UserEntity user, List<CredentialParameters> pubKeyCredParams) {
        return new MakeCredential(
                clientDataHash,
                rp,
                user,
                pubKeyCredParams,
                List.of(),
                CborMap.EMPTY,
                CredentialOptions.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public MakeCredential with(PinUvAuth auth) {
        return new MakeCredential(
                clientDataHash,
                rp,
                user,
                pubKeyCredParams,
                excludeList,
                extensions,
                options,
                Optional.of(auth),
                enterpriseAttestation,
                attestationFormatsPreference);
    }

    public MakeCredential with(CredentialOptions newOptions) {
        return new MakeCredential(
                clientDataHash,
                rp,
                user,
                pubKeyCredParams,
                excludeList,
                extensions,
                newOptions,
                pinUvAuth,
                enterpriseAttestation,
                attestationFormatsPreference);
    }

    public MakeCredential excluding(List<CredentialDescriptor> excluded) {
        return new MakeCredential(
                clientDataHash,
                rp,
                user,
                pubKeyCredParams,
                excluded,
                extensions,
                options,
                pinUvAuth,
                enterpriseAttestation,
                attestationFormatsPreference);
    }

    /** The authenticator's side. */
    public static MakeCredential from(CborMap in) {
        MakeCredential request = new MakeCredential(
                in.require(CLIENT_DATA_HASH),
                in.require(RP),
                in.require(USER),
                in.require(PUB_KEY_CRED_PARAMS),
                in.get(EXCLUDE_LIST, List.of()),
                in.get(EXTENSIONS, CborMap.EMPTY),
                in.get(OPTIONS, CredentialOptions.NONE),
                PinUvAuth.from(in, PIN_UV_AUTH_PARAM, PIN_UV_AUTH_PROTOCOL),
                in.find(ENTERPRISE_ATTESTATION),
                in.get(ATTESTATION_FORMATS_PREFERENCE, List.of()));
        ENTITIES.forEach(entity -> in.require(entity).find(ICON));
        return request;
    }

    @Override
    public CommandCode code() {
        return CommandCode.MAKE_CREDENTIAL;
    }

    @Override
    public Optional<CborMap> parameters() {
        CborMap.Builder out = CborMap.builder()
                .put(CLIENT_DATA_HASH, clientDataHash)
                .put(RP, rp)
                .put(USER, user)
                .put(PUB_KEY_CRED_PARAMS, pubKeyCredParams)
                .put(EXCLUDE_LIST, Optional.of(excludeList).filter(list -> !list.isEmpty()))
                .put(EXTENSIONS, Optional.of(extensions).filter(map -> !map.isEmpty()))
                .put(OPTIONS, Optional.of(options).filter(given -> !given.isEmpty()))
                .put(PIN_UV_AUTH_PARAM, pinUvAuth.map(PinUvAuth::param))
                .put(PIN_UV_AUTH_PROTOCOL, pinUvAuth.map(PinUvAuth::protocol))
                .put(ENTERPRISE_ATTESTATION, enterpriseAttestation)
                .put(
                        ATTESTATION_FORMATS_PREFERENCE,
                        Optional.of(attestationFormatsPreference).filter(list -> !list.isEmpty()));
        return Optional.of(out.build());
    }

    @Override
    public NewCredential decode(Cbor.Decoded<CborMap> response) {
        CborMap in = response.value();
        AttestationObject attestation = new AttestationObject(
                in.require(FMT), AuthenticatorData.parse(in.require(AUTH_DATA)), in.require(ATT_STMT));
        return new NewCredential(
                attestation,
                in.get(EP_ATT, false),
                in.find(LARGE_BLOB_KEY),
                in.find(NewCredential.UNSIGNED_EXTENSION_OUTPUTS));
    }

    /** The answer to a request for a large-blob key holds it in clear. */
    @Override
    public boolean carriesSecrets() {
        return extensions.has(LARGE_BLOB_KEY_WANTED);
    }

    /** The authenticator's answer. */
    public static CborMap encodeResponse(AttestationObject made) {
        return CborMap.builder()
                .put(FMT, made.fmt())
                .put(AUTH_DATA, made.authData().bytes())
                .put(ATT_STMT, made.statement())
                .build();
    }
}

package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.BOOL;
import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.MAP;
import static dev.seckey.ctap2.cbor.CborType.TEXT;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;
import static dev.seckey.ctap2.cbor.CborType.list;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.CredentialDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * authenticatorGetAssertion (0x02), CTAP 2.3 §6.2.
 *
 * @param clientDataHash 32 bytes
 * @param allowList empty: any discoverable credential
 * @param extensions by their identifiers; empty: none
 */
public record GetAssertion(
        String rpId,
        Bytes clientDataHash,
        List<CredentialDescriptor> allowList,
        CborMap extensions,
        CredentialOptions options,
        Optional<PinUvAuth> pinUvAuth)
        implements Command<Assertion> {
    private static final Field<String> RP_ID = Field.of(0x01, "rpId", TEXT);
    private static final Field<Bytes> CLIENT_DATA_HASH = Field.of(0x02, "clientDataHash", BYTES);
    private static final Field<List<CredentialDescriptor>> ALLOW_LIST =
            Field.of(0x03, "allowList", list(CredentialDescriptor.CBOR));
    private static final Field<CborMap> EXTENSIONS = Field.of(0x04, "extensions", MAP);
    private static final Field<CredentialOptions> OPTIONS = Field.of(0x05, "options", CredentialOptions.CBOR);
    private static final Field<Bytes> PIN_UV_AUTH_PARAM = Field.of(0x06, "pinUvAuthParam", BYTES);
    private static final Field<Integer> PIN_UV_AUTH_PROTOCOL = Field.of(0x07, "pinUvAuthProtocol", UNSIGNED);

    private static final Field<Boolean> LARGE_BLOB_KEY_WANTED = Field.of("largeBlobKey", BOOL);

    public static GetAssertion of(String rpId, Bytes clientDataHash, List<CredentialDescriptor> allowList) {
        return new GetAssertion(
                rpId, clientDataHash, allowList, CborMap.EMPTY, CredentialOptions.NONE, Optional.empty());
    }

    public GetAssertion with(PinUvAuth auth) {
        return new GetAssertion(rpId, clientDataHash, allowList, extensions, options, Optional.of(auth));
    }

    public GetAssertion with(CredentialOptions newOptions) {
        return new GetAssertion(rpId, clientDataHash, allowList, extensions, newOptions, pinUvAuth);
    }

    public GetAssertion with(CborMap newExtensions) {
        return new GetAssertion(rpId, clientDataHash, allowList, newExtensions, options, pinUvAuth);
    }

    /** The authenticator's side. */
    public static GetAssertion from(CborMap in) {
        return new GetAssertion(
                in.require(RP_ID),
                in.require(CLIENT_DATA_HASH),
                in.get(ALLOW_LIST, List.of()),
                in.get(EXTENSIONS, CborMap.EMPTY),
                in.get(OPTIONS, CredentialOptions.NONE),
                PinUvAuth.from(in, PIN_UV_AUTH_PARAM, PIN_UV_AUTH_PROTOCOL));
    }

    @Override
    public CommandCode code() {
        return CommandCode.GET_ASSERTION;
    }

    @Override
    public Optional<CborMap> parameters() {
        CborMap.Builder out = CborMap.builder()
                .put(RP_ID, rpId)
                .put(CLIENT_DATA_HASH, clientDataHash)
                .put(ALLOW_LIST, Optional.of(allowList).filter(list -> !list.isEmpty()))
                .put(EXTENSIONS, Optional.of(extensions).filter(map -> !map.isEmpty()))
                .put(OPTIONS, Optional.of(options).filter(given -> !given.isEmpty()))
                .put(PIN_UV_AUTH_PARAM, pinUvAuth.map(PinUvAuth::param))
                .put(PIN_UV_AUTH_PROTOCOL, pinUvAuth.map(PinUvAuth::protocol));
        return Optional.of(out.build());
    }

    /** The answer to a request for a large-blob key holds it in clear. */
    @Override
    public boolean carriesSecrets() {
        return extensions.has(LARGE_BLOB_KEY_WANTED);
    }

    @Override
    public Assertion decode(Cbor.Decoded<CborMap> response) {
        return Assertion.from(response.value());
    }
}

package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.MAP;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.bytes.Numbered;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.UserEntity;
import java.util.Optional;

/**
 * authenticatorCredentialManagement (0x0A), CTAP 2.3 §6.8. The preview of FIDO_2_1_PRE keys (0x41) has the same form and
 * no updateUserInformation.
 *
 * @param subCommand a {@link Sub} number, known or not
 * @param subCommandParams empty where the subcommand has none
 */
public record CredentialManagement(
        boolean preview, int subCommand, CborMap subCommandParams, Optional<PinUvAuth> pinUvAuth)
        implements Command<CredentialManagementResponse> {
    public static final Field<Bytes> RP_ID_HASH = Field.of(0x01, "rpIDHash", BYTES);
    public static final Field<CredentialDescriptor> CREDENTIAL_ID =
            Field.of(0x02, "credentialID", CredentialDescriptor.CBOR);
    public static final Field<UserEntity> USER = Field.of(0x03, "user", UserEntity.CBOR);

    private static final Field<Integer> SUB_COMMAND = Field.of(0x01, "subCommand", UNSIGNED);
    private static final Field<CborMap> SUB_COMMAND_PARAMS = Field.of(0x02, "subCommandParams", MAP);
    private static final Field<Integer> PIN_UV_AUTH_PROTOCOL = Field.of(0x03, "pinUvAuthProtocol", UNSIGNED);
    private static final Field<Bytes> PIN_UV_AUTH_PARAM = Field.of(0x04, "pinUvAuthParam", BYTES);

    /** The subcommands (CTAP 2.3 §6.8). */
    public enum Sub implements Numbered {
        GET_CREDS_METADATA(0x01),
        ENUMERATE_RPS_BEGIN(0x02),
        ENUMERATE_RPS_GET_NEXT_RP(0x03),
        ENUMERATE_CREDENTIALS_BEGIN(0x04),
        ENUMERATE_CREDENTIALS_GET_NEXT_CREDENTIAL(0x05),
        DELETE_CREDENTIAL(0x06),
        UPDATE_USER_INFORMATION(0x07);

        private final int number;

        Sub(int number) {
            this.number = number;
        }

        public static Optional<Sub> of(int number) {
            return Numbered.find(values(), number);
        }

        @Override
        public int number() {
            return number;
        }
    }

    public static CredentialManagement of(boolean preview, Sub sub, CborMap params) {
        return new CredentialManagement(preview, sub.number, params, Optional.empty());
    }

    public CredentialManagement with(PinUvAuth auth) {
        return new CredentialManagement(preview, subCommand, subCommandParams, Optional.of(auth));
    }

    /** What pinUvAuthParam is over: the subcommand and its parameters, without prefix (CTAP 2.3 §6.8.2). */
    public Bytes authenticated() {
        Bytes sub = Bytes.ofInts(subCommand);
        return subCommandParams.isEmpty() ? sub : sub.plus(subCommandParams.encode());
    }

    /** The authenticator's side. */
    public static CredentialManagement from(boolean preview, CborMap in) {
        return new CredentialManagement(
                preview,
                in.require(SUB_COMMAND),
                in.get(SUB_COMMAND_PARAMS, CborMap.EMPTY),
                PinUvAuth.from(in, PIN_UV_AUTH_PARAM, PIN_UV_AUTH_PROTOCOL));
    }

    @Override
    public CommandCode code() {
        return preview ? CommandCode.CREDENTIAL_MANAGEMENT_PREVIEW : CommandCode.CREDENTIAL_MANAGEMENT;
    }

    @Override
    public Optional<CborMap> parameters() {
        return Optional.of(CborMap.builder()
                .put(SUB_COMMAND, subCommand)
                .put(SUB_COMMAND_PARAMS, Optional.of(subCommandParams).filter(map -> !map.isEmpty()))
                .put(PIN_UV_AUTH_PROTOCOL, pinUvAuth.map(PinUvAuth::protocol))
                .put(PIN_UV_AUTH_PARAM, pinUvAuth.map(PinUvAuth::param))
                .build());
    }

    /** Credentials come with their large-blob keys, in clear. */
    @Override
    public boolean carriesSecrets() {
        return subCommand == Sub.ENUMERATE_CREDENTIALS_BEGIN.number
                || subCommand == Sub.ENUMERATE_CREDENTIALS_GET_NEXT_CREDENTIAL.number;
    }

    @Override
    public CredentialManagementResponse decode(Cbor.Decoded<CborMap> response) {
        return CredentialManagementResponse.from(response.value());
    }
}

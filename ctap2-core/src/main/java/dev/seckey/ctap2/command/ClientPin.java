package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.TEXT;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.bytes.Numbered;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.CoseKey;
import java.util.Optional;

/**
 * authenticatorClientPIN (0x06), CTAP 2.3 §6.5. The encrypted members hold PINs and tokens only under a shared secret;
 * they are not traced all the same.
 *
 * @param subCommand a {@link Sub} number, known or not
 * @param pinUvAuthProtocol 1 or 2
 * @param keyAgreement the platform's public key
 * @param newPinEnc the padded PIN of 64 bytes, encrypted
 * @param pinHashEnc the first 16 bytes of the PIN's SHA-256, encrypted
 * @param permissions bits of {@link dev.seckey.ctap2.model.Permission}
 */
public record ClientPin(
        int subCommand,
        Optional<Integer> pinUvAuthProtocol,
        Optional<CoseKey> keyAgreement,
        Optional<Bytes> pinUvAuthParam,
        Optional<Bytes> newPinEnc,
        Optional<Bytes> pinHashEnc,
        Optional<Integer> permissions,
        Optional<String> rpId)
        implements Command<ClientPinResponse> {
    private static final Field<Integer> PIN_UV_AUTH_PROTOCOL = Field.of(0x01, "pinUvAuthProtocol", UNSIGNED);
    private static final Field<Integer> SUB_COMMAND = Field.of(0x02, "subCommand", UNSIGNED);
    private static final Field<CoseKey> KEY_AGREEMENT = Field.of(0x03, "keyAgreement", CoseKey.CBOR);
    private static final Field<Bytes> PIN_UV_AUTH_PARAM = Field.of(0x04, "pinUvAuthParam", BYTES);
    private static final Field<Bytes> NEW_PIN_ENC = Field.of(0x05, "newPinEnc", BYTES);
    private static final Field<Bytes> PIN_HASH_ENC = Field.of(0x06, "pinHashEnc", BYTES);
    private static final Field<Integer> PERMISSIONS = Field.of(0x09, "permissions", UNSIGNED);
    private static final Field<String> RP_ID = Field.of(0x0A, "rpId", TEXT);

    /** The subcommands (CTAP 2.3 §6.5.5). */
    public enum Sub implements Numbered {
        GET_PIN_RETRIES(0x01),
        GET_KEY_AGREEMENT(0x02),
        SET_PIN(0x03),
        CHANGE_PIN(0x04),
        /** Superseded by 0x09; grants makeCredential and getAssertion only. */
        GET_PIN_TOKEN(0x05),
        GET_PIN_UV_AUTH_TOKEN_USING_UV_WITH_PERMISSIONS(0x06),
        GET_UV_RETRIES(0x07),
        GET_PIN_UV_AUTH_TOKEN_USING_PIN_WITH_PERMISSIONS(0x09);

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

    private static ClientPin plain(Sub sub, Optional<Integer> protocol) {
        return new ClientPin(
                sub.number,
                protocol,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static ClientPin getPinRetries() {
        return plain(Sub.GET_PIN_RETRIES, Optional.empty());
    }

    public static ClientPin getUvRetries() {
        return plain(Sub.GET_UV_RETRIES, Optional.empty());
    }

    public static ClientPin getKeyAgreement(int protocol) {
        return plain(Sub.GET_KEY_AGREEMENT, Optional.of(protocol));
    }

    public static ClientPin setPin(int protocol, CoseKey platformKey, Bytes newPinEnc, Bytes pinUvAuthParam) {
        return new ClientPin(
                Sub.SET_PIN.number,
                Optional.of(protocol),
                Optional.of(platformKey),
                Optional.of(pinUvAuthParam),
                Optional.of(newPinEnc),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static ClientPin changePin(
            int protocol, CoseKey platformKey, Bytes newPinEnc, Bytes pinHashEnc, Bytes pinUvAuthParam) {
        return new ClientPin(
                Sub.CHANGE_PIN.number,
                Optional.of(protocol),
                Optional.of(platformKey),
                Optional.of(pinUvAuthParam),
                Optional.of(newPinEnc),
                Optional.of(pinHashEnc),
                Optional.empty(),
                Optional.empty());
    }

    public static ClientPin getPinToken(int protocol, CoseKey platformKey, Bytes pinHashEnc) {
        return new ClientPin(
                Sub.GET_PIN_TOKEN.number,
                Optional.of(protocol),
                Optional.of(platformKey),
                Optional.empty(),
                Optional.empty(),
                Optional.of(pinHashEnc),
                Optional.empty(),
                Optional.empty());
    }

    /** @param permissions bits, not zero */
    public static ClientPin getTokenUsingPin(
            int protocol, CoseKey platformKey, Bytes pinHashEnc, int permissions, Optional<String> rpId) {
        return new ClientPin(
                Sub.GET_PIN_UV_AUTH_TOKEN_USING_PIN_WITH_PERMISSIONS.number,
                Optional.of(protocol),
                Optional.of(platformKey),
                Optional.empty(),
                Optional.empty(),
                Optional.of(pinHashEnc),
                Optional.of(permissions),
                rpId);
    }

    /** @param permissions bits, not zero */
    public static ClientPin getTokenUsingUv(int protocol, CoseKey platformKey, int permissions, Optional<String> rpId) {
        return new ClientPin(
                Sub.GET_PIN_UV_AUTH_TOKEN_USING_UV_WITH_PERMISSIONS.number,
                Optional.of(protocol),
                Optional.of(platformKey),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(permissions),
                rpId);
    }

    /** The authenticator's side. */
    public static ClientPin from(CborMap in) {
        return new ClientPin(
                in.require(SUB_COMMAND),
                in.find(PIN_UV_AUTH_PROTOCOL),
                in.find(KEY_AGREEMENT).map(key -> CoseKey.ec2(key.members())),
                in.find(PIN_UV_AUTH_PARAM),
                in.find(NEW_PIN_ENC),
                in.find(PIN_HASH_ENC),
                in.find(PERMISSIONS),
                in.find(RP_ID));
    }

    @Override
    public CommandCode code() {
        return CommandCode.CLIENT_PIN;
    }

    @Override
    public Optional<CborMap> parameters() {
        return Optional.of(CborMap.builder()
                .put(PIN_UV_AUTH_PROTOCOL, pinUvAuthProtocol)
                .put(SUB_COMMAND, subCommand)
                .put(KEY_AGREEMENT, keyAgreement)
                .put(PIN_UV_AUTH_PARAM, pinUvAuthParam)
                .put(NEW_PIN_ENC, newPinEnc)
                .put(PIN_HASH_ENC, pinHashEnc)
                .put(PERMISSIONS, permissions)
                .put(RP_ID, rpId)
                .build());
    }

    @Override
    public ClientPinResponse decode(Cbor.Decoded<CborMap> response) {
        return ClientPinResponse.from(response.value());
    }

    @Override
    public boolean carriesSecrets() {
        return true;
    }
}

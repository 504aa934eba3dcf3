package dev.seckey.ctap2.extension;

import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.MAP;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.CoseKey;
import java.util.Optional;

/**
 * The input of hmac-secret (CTAP 2.3 §12.7).
 *
 * @param keyAgreement the platform's public key
 * @param saltEnc one or two salts of 32 bytes, encrypted under the shared secret
 * @param saltAuth over saltEnc
 * @param pinUvAuthProtocol absent: one
 */
public record HmacSecretInput(
        CoseKey keyAgreement, Bytes saltEnc, Bytes saltAuth, Optional<Integer> pinUvAuthProtocol) {
    private static final Field<CoseKey> KEY_AGREEMENT = Field.of(0x01, "keyAgreement", CoseKey.CBOR);
    private static final Field<Bytes> SALT_ENC = Field.of(0x02, "saltEnc", BYTES);
    private static final Field<Bytes> SALT_AUTH = Field.of(0x03, "saltAuth", BYTES);
    private static final Field<Integer> PIN_UV_AUTH_PROTOCOL = Field.of(0x04, "pinUvAuthProtocol", UNSIGNED);

    public static final CborType<HmacSecretInput> CBOR = MAP.as(HmacSecretInput::from, HmacSecretInput::toCbor);

    private static HmacSecretInput from(CborMap in) {
        return new HmacSecretInput(
                in.require(KEY_AGREEMENT), in.require(SALT_ENC), in.require(SALT_AUTH), in.find(PIN_UV_AUTH_PROTOCOL));
    }

    private CborMap toCbor() {
        return CborMap.builder()
                .put(KEY_AGREEMENT, keyAgreement)
                .put(SALT_ENC, saltEnc)
                .put(SALT_AUTH, saltAuth)
                .put(PIN_UV_AUTH_PROTOCOL, pinUvAuthProtocol)
                .build();
    }
}

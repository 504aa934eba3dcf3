package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.BOOL;
import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.CoseKey;
import java.util.Optional;

/**
 * The answer to a clientPIN subcommand; which members are there depends on it (CTAP 2.3 §6.5.5).
 *
 * @param keyAgreement the authenticator's public key
 * @param pinUvAuthToken encrypted under the shared secret
 * @param powerCycleState whether the key must be reinserted before the next try
 */
public record ClientPinResponse(
        Optional<CoseKey> keyAgreement,
        Optional<Bytes> pinUvAuthToken,
        Optional<Integer> pinRetries,
        Optional<Boolean> powerCycleState,
        Optional<Integer> uvRetries) {
    public static final Field<CoseKey> KEY_AGREEMENT = Field.of(0x01, "keyAgreement", CoseKey.CBOR);
    public static final Field<Bytes> PIN_UV_AUTH_TOKEN = Field.of(0x02, "pinUvAuthToken", BYTES);
    public static final Field<Integer> PIN_RETRIES = Field.of(0x03, "pinRetries", UNSIGNED);
    public static final Field<Boolean> POWER_CYCLE_STATE = Field.of(0x04, "powerCycleState", BOOL);
    public static final Field<Integer> UV_RETRIES = Field.of(0x05, "uvRetries", UNSIGNED);

    static ClientPinResponse from(CborMap in) {
        return new ClientPinResponse(
                in.find(KEY_AGREEMENT),
                in.find(PIN_UV_AUTH_TOKEN),
                in.find(PIN_RETRIES),
                in.find(POWER_CYCLE_STATE),
                in.find(UV_RETRIES));
    }
}

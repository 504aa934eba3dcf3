package dev.seckey.ctap2.client;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.extension.HmacSalts;
import dev.seckey.ctap2.json.JsonObject;
import java.util.Optional;

/** The parts of AuthenticationExtensionsClientInputsJSON that registrations and assertions share. */
final class ExtensionJson {
    private ExtensionJson() {}

    /** Of AuthenticationExtensionsPRFValues (WebAuthn Level 3 §10.1.4). */
    static HmacSalts prf(JsonObject values) {
        return HmacSalts.ofPrf(values.requireBytes("first"), values.bytes("second"));
    }

    /** Of HMACGetSecretInput (CTAP 2.3 §12.7). */
    static HmacSalts salts(JsonObject input) {
        Optional<Bytes> second = input.bytes("salt2");
        try {
            return new HmacSalts(input.requireBytes("salt1"), second);
        } catch (IllegalArgumentException e) {
            throw JsonObject.malformed(input.pathTo("salt1") + " and salt2 should have 32 bytes");
        }
    }
}

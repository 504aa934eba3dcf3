package dev.seckey.ctap2.client;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.extension.HmacSalts;
import dev.seckey.ctap2.json.JsonObject;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.List;
import java.util.Optional;

/**
 * The extensions wanted of a new credential (CTAP 2.3 §12, WebAuthn Level 3 §10).
 *
 * @param credProtect 1 to 3
 * @param enforceCredProtect whether to fail rather than do without
 * @param hmacSecret make the credential good for hmac-secret
 * @param salts ask hmac-secret at once (hmac-secret-mc)
 * @param prf whether hmac-secret goes by the name of prf
 * @param largeBlobKey give the credential a key for a large blob
 * @param largeBlob the same by WebAuthn's name, and how much it is wanted
 * @param credProps tell whether the credential is discoverable
 * @param appIdExclude under what an excluded credential may have been made by U2F
 */
public record CreationExtensions(
        Optional<Integer> credProtect,
        boolean enforceCredProtect,
        Optional<Bytes> credBlob,
        boolean hmacSecret,
        Optional<HmacSalts> salts,
        boolean prf,
        boolean largeBlobKey,
        Optional<Need> largeBlob,
        boolean minPinLength,
        boolean pinComplexityPolicy,
        boolean thirdPartyPayment,
        boolean credProps,
        Optional<String> appIdExclude) {
    public static final CreationExtensions NONE = new CreationExtensions(
            Optional.empty(),
            false,
            Optional.empty(),
            false,
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            false,
            false,
            false,
            false,
            Optional.empty());

    /** Of AuthenticationExtensionsClientInputsJSON; extensions that are not known are let pass. */
    static CreationExtensions from(JsonObject in, String rpId, String origin) {
        Optional<JsonObject> prf = in.object("prf");
        Optional<JsonObject> hmac = in.object("hmacGetSecret");
        return new CreationExtensions(
                in.text("credentialProtectionPolicy").map(policy -> level(in, policy)),
                in.isTrue("enforceCredentialProtectionPolicy"),
                in.bytes("credBlob"),
                in.isTrue("hmacCreateSecret") || prf.isPresent(),
                prf.flatMap(given -> given.object("eval"))
                        .map(ExtensionJson::prf)
                        .or(() -> hmac.map(ExtensionJson::salts)),
                prf.isPresent(),
                false,
                in.object("largeBlob").flatMap(CreationExtensions::support),
                in.isTrue("minPinLength"),
                in.isTrue("pinComplexityPolicy"),
                in.object("payment").map(payment -> payment.isTrue("isPayment")).orElse(false),
                in.isTrue("credProps"),
                in.text("appidExclude").map(given -> AppId.require(given, rpId, origin)));
    }

    /** Those that are wanted and that this key does not have, by their identifiers. */
    public List<String> missing(AuthenticatorInfo info) {
        return CreationInputs.missing(this, info);
    }

    private static Optional<Need> support(JsonObject largeBlob) {
        if (largeBlob.has("read") || largeBlob.has("write")) {
            throw JsonObject.malformed(largeBlob.pathTo("support") + " is all that a registration may ask for");
        }
        return Optional.of(largeBlob.text("support").flatMap(Need::of).orElse(Need.PREFERRED));
    }

    private static int level(JsonObject in, String policy) {
        return switch (policy) {
            case "userVerificationOptional" -> 1;
            case "userVerificationOptionalWithCredentialIDList" -> 2;
            case "userVerificationRequired" -> 3;
            default -> throw JsonObject.malformed(in.pathTo("credentialProtectionPolicy") + " is none that there is");
        };
    }
}

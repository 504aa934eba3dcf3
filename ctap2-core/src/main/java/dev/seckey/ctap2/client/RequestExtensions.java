package dev.seckey.ctap2.client;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.extension.HmacSalts;
import dev.seckey.ctap2.json.JsonObject;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The extensions wanted of an assertion (CTAP 2.3 §12, WebAuthn Level 3 §10).
 *
 * @param credBlob give the blob out
 * @param salts ask hmac-secret, whichever credential it is
 * @param saltsById ask hmac-secret thus if it is this credential
 * @param prf whether hmac-secret goes by the name of prf
 * @param largeBlobKey give the key of the large blob out
 * @param largeBlob give the large blob itself out
 * @param largeBlobWrite what the large blob shall be
 * @param thirdPartyPayment tell whether the credential is good for payments
 * @param appId under what the credential may have been made by U2F
 */
public record RequestExtensions(
        boolean credBlob,
        Optional<HmacSalts> salts,
        Map<Bytes, HmacSalts> saltsById,
        boolean prf,
        boolean largeBlobKey,
        boolean largeBlob,
        Optional<Bytes> largeBlobWrite,
        boolean thirdPartyPayment,
        Optional<String> appId) {
    public static final RequestExtensions NONE = new RequestExtensions(
            false, Optional.empty(), Map.of(), false, false, false, Optional.empty(), false, Optional.empty());

    public RequestExtensions {
        saltsById = Map.copyOf(saltsById);
    }

    /** Of AuthenticationExtensionsClientInputsJSON; extensions that are not known are let pass. */
    static RequestExtensions from(JsonObject in, String rpId, String origin) {
        Optional<JsonObject> prf = in.object("prf");
        Optional<JsonObject> hmac = in.object("hmacGetSecret");
        Optional<JsonObject> largeBlob = in.object("largeBlob");
        boolean read = largeBlob.map(wanted -> wanted.isTrue("read")).orElse(false);
        Optional<Bytes> write = largeBlob.flatMap(wanted -> wanted.bytes("write"));
        if (read && write.isPresent()) {
            throw JsonObject.malformed(in.pathTo("largeBlob") + " asks to read and to write at once");
        }
        return new RequestExtensions(
                in.isTrue("getCredBlob"),
                prf.flatMap(given -> given.object("eval"))
                        .map(ExtensionJson::prf)
                        .or(() -> hmac.map(ExtensionJson::salts)),
                prf.flatMap(given -> given.object("evalByCredential"))
                        .map(RequestExtensions::byCredential)
                        .orElse(Map.of()),
                prf.isPresent(),
                false,
                read,
                write,
                in.object("payment").map(payment -> payment.isTrue("isPayment")).orElse(false),
                in.text("appid").map(given -> AppId.require(given, rpId, origin)));
    }

    private static Map<Bytes, HmacSalts> byCredential(JsonObject in) {
        Map<Bytes, HmacSalts> all = new LinkedHashMap<>();
        for (String id : in.names()) {
            try {
                all.put(Bytes.fromBase64(id), ExtensionJson.prf(in.requireObject(id)));
            } catch (IllegalArgumentException e) {
                throw JsonObject.malformed(in.pathTo(id) + " is not base64url");
            }
        }
        return all;
    }

    /** Those that are wanted and that this key does not have, by their identifiers. */
    public List<String> missing(AuthenticatorInfo info) {
        return RequestInputs.missing(this, info);
    }

    /** Whether the key must give the credential's large-blob key out. */
    boolean asksLargeBlobKey() {
        return largeBlobKey || largeBlob || largeBlobWrite.isPresent();
    }

    /** Whether hmac-secret is asked for at all. */
    public boolean asksHmacSecret() {
        return salts.isPresent() || !saltsById.isEmpty();
    }
}

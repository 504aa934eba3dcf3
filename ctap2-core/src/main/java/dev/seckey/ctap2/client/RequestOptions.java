package dev.seckey.ctap2.client;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.json.JsonObject;
import dev.seckey.ctap2.model.CredentialDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * What a relying party wants of an assertion (PublicKeyCredentialRequestOptions, WebAuthn Level 3 §5.5).
 *
 * @param allowCredentials empty: any discoverable one
 * @param touch whether somebody must touch the key; WebAuthn itself always wants it
 */
public record RequestOptions(
        String rpId,
        Bytes challenge,
        List<CredentialDescriptor> allowCredentials,
        Need userVerification,
        boolean touch,
        RequestExtensions extensions) {
    /**
     * Reads PublicKeyCredentialRequestOptionsJSON. The RP id is the origin's host where none is given.
     *
     * @throws MalformedFault naming the member that is not as it should be, or if the origin may not use the RP id
     */
    public static RequestOptions parse(Bytes json, String origin) {
        JsonObject all = JsonObject.parse(json);
        JsonObject in = all.object("publicKey").orElse(all);
        String rpId = in.text("rpId").orElseGet(() -> RelyingPartyId.ofOrigin(origin));
        RelyingPartyId.require(rpId, origin);
        List<CredentialDescriptor> allowed = Descriptors.from(in, "allowCredentials");
        RequestExtensions extensions = in.object("extensions")
                .map(wanted -> RequestExtensions.from(wanted, rpId, origin))
                .orElse(RequestExtensions.NONE);
        boolean strangers = extensions.saltsById().keySet().stream()
                .anyMatch(id -> allowed.stream().noneMatch(each -> each.id().equals(id)));
        if (strangers) {
            throw JsonObject.malformed("extensions.prf.evalByCredential names a credential that is not allowed");
        }
        if (extensions.largeBlobWrite().isPresent() && allowed.size() != 1) {
            throw JsonObject.malformed("extensions.largeBlob.write wants exactly one credential in allowCredentials");
        }
        return new RequestOptions(
                rpId,
                in.requireBytes("challenge"),
                allowed,
                in.text("userVerification").flatMap(Need::of).orElse(Need.PREFERRED),
                true,
                extensions);
    }

    /** What to ask of a key that has none of the credentials: those that U2F made under the AppID. */
    Optional<RequestOptions> otherwise() {
        return extensions
                .appId()
                .filter(appId -> !appId.equals(rpId) && !allowCredentials.isEmpty())
                .map(appId ->
                        new RequestOptions(appId, challenge, allowCredentials, userVerification, touch, extensions));
    }
}

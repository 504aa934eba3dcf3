package dev.seckey.cli.output;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.client.Authentication;
import dev.seckey.ctap2.client.Need;
import dev.seckey.ctap2.client.Registration;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.extension.HmacOutputs;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.pinuv.Secret;
import dev.seckey.ctap2.webauthn.CoseKeys;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * RegistrationResponseJSON and AuthenticationResponseJSON, member by member as a relying party reads them (WebAuthn Level
 * 3 §5.1.8): base64url without padding, what is absent left out.
 */
public final class CeremonyJson {
    private CeremonyJson() {}

    public static String registration(Registration made) {
        return JsonWriter.object(true, out -> write(out, made));
    }

    public static String authentication(Authentication signed) {
        return JsonWriter.object(true, out -> write(out, signed));
    }

    static void write(JsonWriter out, Registration made) {
        CoseKey key = made.credential().publicKey();
        head(out, made.credential().credentialId());
        out.object(
                        "response",
                        response -> response.member(
                                        "clientDataJSON", made.clientData().json())
                                .member(
                                        "authenticatorData",
                                        made.made().attestation().authData().bytes())
                                .strings("transports", made.transports())
                                .member("publicKey", subjectPublicKeyInfo(key))
                                .member("publicKeyAlgorithm", key.alg())
                                .member("attestationObject", made.conveyed().encode()))
                .object("clientExtensionResults", results(made));
    }

    static void write(JsonWriter out, Authentication signed) {
        head(out, signed.credentialId());
        out.object(
                        "response",
                        response -> response.member(
                                        "clientDataJSON", signed.clientData().json())
                                .member(
                                        "authenticatorData",
                                        signed.assertion().authData().bytes())
                                .member("signature", signed.assertion().signature())
                                .member("userHandle", signed.assertion().user().map(user -> user.id())))
                .object("clientExtensionResults", results(signed));
    }

    private static void head(JsonWriter out, Bytes id) {
        out.member("id", id)
                .member("rawId", id)
                .member("type", "public-key")
                .member("authenticatorAttachment", "cross-platform");
    }

    private static Consumer<JsonWriter> results(Registration made) {
        return out -> {
            var wanted = made.options().extensions();
            CborMap signed = made.extensionOutputs();
            boolean hmac = signed.get(Extensions.HMAC_SECRET_CREATE, false);
            if (wanted.appIdExclude().isPresent()) {
                out.member("appidExclude", true);
            }
            if (wanted.credProps()) {
                out.object("credProps", props -> props.member("rk", made.discoverable()));
            }
            if (wanted.prf()) {
                out.object("prf", prf -> {
                    prf.member("enabled", hmac);
                    made.secrets().ifPresent(secrets -> prf.object("results", prfResults(secrets)));
                });
            } else if (wanted.hmacSecret()) {
                out.member("hmacCreateSecret", hmac);
                made.secrets().ifPresent(secrets -> out.object("hmacGetSecret", hmacResults(secrets)));
            }
            if (wanted.largeBlob().filter(need -> need != Need.DISCOURAGED).isPresent()) {
                out.object(
                        "largeBlob",
                        blob -> blob.member(
                                "supported", made.made().largeBlobKey().isPresent()));
            }
            wanted.credBlob().ifPresent(blob -> out.member("credBlob", signed.get(Extensions.CRED_BLOB_FLAG, false)));
        };
    }

    private static Consumer<JsonWriter> results(Authentication signed) {
        return out -> {
            var wanted = signed.options().extensions();
            wanted.appId()
                    .ifPresent(appId ->
                            out.member("appid", appId.equals(signed.options().rpId())));
            signed.secrets().ifPresent(secrets -> {
                if (wanted.prf()) {
                    out.object("prf", prf -> prf.object("results", prfResults(secrets)));
                } else {
                    out.object("hmacGetSecret", hmacResults(secrets));
                }
            });
            if (wanted.credBlob()) {
                out.member("getCredBlob", signed.extensionOutputs().find(Extensions.CRED_BLOB));
            }
            signed.largeBlobWritten()
                    .ifPresent(write -> out.object("largeBlob", blob -> blob.member("written", write.done())));
            if (wanted.largeBlob()) {
                out.object("largeBlob", blob -> blob.member("blob", signed.largeBlob()));
            }
        };
    }

    private static Consumer<JsonWriter> prfResults(HmacOutputs secrets) {
        return out -> out.member("first", shown(secrets.first()))
                .member("second", secrets.second().map(CeremonyJson::shown));
    }

    private static Consumer<JsonWriter> hmacResults(HmacOutputs secrets) {
        return out -> out.member("output1", shown(secrets.first()))
                .member("output2", secrets.second().map(CeremonyJson::shown));
    }

    /** Here a secret leaves its wrapping, because it is what was asked for. */
    static Bytes shown(Secret secret) {
        return Bytes.of(secret.expose());
    }

    /** Absent for keys of a kind that this Java does not know: WebAuthn allows that. */
    private static Optional<Bytes> subjectPublicKeyInfo(CoseKey key) {
        try {
            return Optional.of(Bytes.of(CoseKeys.toPublicKey(key).getEncoded()));
        } catch (MalformedFault e) {
            return Optional.empty();
        }
    }
}

package dev.seckey.cli.output;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.client.Registration;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.extension.HmacOutputs;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A credential that was made, with everything that the key said of it. */
public record RegistrationResult(Registration made, boolean simulated) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        AttestedCredential credential = made.credential();
        AuthenticatorData authData = made.made().attestation().authData();
        out.pair("credential", credential.credentialId().base64url());
        out.pair("relying party", made.options().rp().id());
        out.pair("user", made.options().user().name().orElse(""));
        out.pair("kind", made.discoverable() ? "discoverable" : "not discoverable");
        out.pair("algorithm", Algorithm.nameOf(credential.publicKey().alg()));
        out.pair("public key (COSE)", credential.publicKey().members().encode().base64url());
        out.pair("AAGUID", credential.aaguid());
        out.pair("flags", flags(authData));
        out.pair("attestation", made.made().attestation().fmt() + (made.made().epAtt() ? ", enterprise" : ""));
        extensions(out, made.extensionOutputs());
        made.made().largeBlobKey().ifPresent(key -> out.pair("large-blob key", key.base64url()));
        made.secrets().ifPresent(secrets -> secrets(out, secrets));
        out.pair("attestation object", made.made().attestation().encode().base64url());
        out.pair("client data", made.clientData().json().base64url());
    }

    static String flags(AuthenticatorData authData) {
        List<String> words = new ArrayList<>();
        words.add(authData.userPresent() ? "user present" : "user not present");
        words.add(authData.userVerified() ? "user verified" : "user not verified");
        return String.join(", ", words);
    }

    static void extensions(TextWriter out, CborMap signed) {
        signed.find(Extensions.CRED_PROTECT).ifPresent(level -> out.pair("protection", protection(level)));
        signed.find(Extensions.MIN_PIN_LENGTH_OUTPUT).ifPresent(length -> out.pair("minimum PIN length", length));
        signed.find(Extensions.PIN_COMPLEXITY_POLICY).ifPresent(on -> out.pair("PIN complexity", on ? "on" : "off"));
        signed.find(Extensions.THIRD_PARTY_PAYMENT).ifPresent(on -> out.pair("payments", on ? "yes" : "no"));
    }

    static void secrets(TextWriter out, HmacOutputs secrets) {
        out.pair("output 1", CeremonyJson.shown(secrets.first()).base64url());
        secrets.second()
                .ifPresent(second ->
                        out.pair("output 2", CeremonyJson.shown(second).base64url()));
    }

    /** credProtect in words (CTAP 2.3 §12.1). */
    static String protection(int level) {
        return switch (level) {
            case 1 -> "1: user verification optional";
            case 2 -> "2: user verification, unless the credential is named";
            case 3 -> "3: user verification required";
            default -> level + ": unknown";
        };
    }

    @Override
    public void writeJson(JsonWriter out) {
        AttestedCredential credential = made.credential();
        AuthenticatorData authData = made.made().attestation().authData();
        CborMap signed = made.extensionOutputs();
        out.member("simulated", simulated)
                .member("credentialId", credential.credentialId())
                .member("rpId", made.options().rp().id())
                .member("userId", made.options().user().id())
                .member("user", made.options().user().name())
                .member("discoverable", made.discoverable())
                .member("algorithm", credential.publicKey().alg())
                .member("publicKeyCose", credential.publicKey().members().encode())
                .member("aaguid", credential.aaguid().toString())
                .member("userPresent", authData.userPresent())
                .member("userVerified", authData.userVerified())
                .member("fmt", made.made().attestation().fmt())
                .member("enterpriseAttestation", made.made().epAtt())
                .member("credProtect", signed.find(Extensions.CRED_PROTECT))
                .member("credBlobStored", flag(signed))
                .member("hmacSecret", signed.find(Extensions.HMAC_SECRET_CREATE))
                .member("minPinLength", signed.find(Extensions.MIN_PIN_LENGTH_OUTPUT))
                .member("pinComplexityPolicy", signed.find(Extensions.PIN_COMPLEXITY_POLICY))
                .member("thirdPartyPayment", signed.find(Extensions.THIRD_PARTY_PAYMENT))
                .member("largeBlobKey", made.made().largeBlobKey())
                .object("registration", members -> CeremonyJson.write(members, made));
    }

    private Optional<Boolean> flag(CborMap signed) {
        return made.options().extensions().credBlob().isPresent()
                ? signed.find(Extensions.CRED_BLOB_FLAG)
                : Optional.empty();
    }
}

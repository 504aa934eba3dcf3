package dev.seckey.cli.process;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AuthenticatorData;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The files of fido2-cred(1) and fido2-assert(1), base64 and texts a line each, beside WebAuthn's JSON. */
final class Fido2Files {
    private static final Field<Integer> ALG = Field.of("alg", CborType.INT);
    private static final Field<Bytes> SIG = Field.of("sig", CborType.BYTES);
    private static final Field<List<Bytes>> X5C = Field.of("x5c", CborType.list(CborType.BYTES));
    private static final int ES256 = -7;

    private Fido2Files() {}

    static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }

    private static Bytes bytes(String base64) {
        return Bytes.of(Base64.getDecoder().decode(base64));
    }

    /** What such a tool is given to sign. */
    static String hash(String clientData) {
        return base64(Bytes.utf8(clientData).sha256());
    }

    /** RegistrationResponseJSON of what {@code fido2-cred -M} wrote. */
    static String registration(List<String> made, String clientData) {
        AttestationObject attestation = new AttestationObject(
                made.get(2),
                AuthenticatorData.parse(unwrapped(bytes(made.get(3)))),
                CborMap.builder()
                        .put(ALG, ES256)
                        .put(SIG, bytes(made.get(5)))
                        .put(X5C, List.of(bytes(made.get(6))))
                        .build());
        return response(
                bytes(made.get(4)),
                clientData,
                "\"attestationObject\": \"" + attestation.encode().base64url() + "\"");
    }

    /** AuthenticationResponseJSON of what {@code fido2-assert -G} wrote. */
    static String assertion(List<String> signed, Bytes credentialId, String clientData) {
        return response(
                credentialId,
                clientData,
                "\"authenticatorData\": \"" + unwrapped(bytes(signed.get(2))).base64url() + "\", \"signature\": \""
                        + bytes(signed.get(3)).base64url() + "\"");
    }

    private static String response(Bytes id, String clientData, String rest) {
        return "{\"id\": \"%1$s\", \"rawId\": \"%1$s\", \"response\": {\"clientDataJSON\": \"%2$s\", %3$s}}"
                .formatted(id.base64url(), Bytes.utf8(clientData).base64url(), rest);
    }

    /** What {@code fido2-cred -V} reads, of what {@code seckey credential create --json} printed. */
    static String[] credential(Map<String, String> made, String rpId) {
        Bytes clientData = Bytes.fromBase64(made.get("/registration/response/clientDataJSON"));
        AttestationObject attestation =
                AttestationObject.parse(Bytes.fromBase64(made.get("/registration/response/attestationObject")));
        return new String[] {
            hash(new String(clientData.toArray(), StandardCharsets.UTF_8)),
            rpId,
            attestation.fmt(),
            base64(wrapped(attestation.authData().bytes())),
            base64(Bytes.fromBase64(made.get("/credentialId"))),
            base64(attestation.attStmt().find(SIG).orElseThrow()),
            base64(attestation.attStmt().find(X5C).orElseThrow().get(0))
        };
    }

    /** As a CBOR byte string of 24 to 65535 bytes, which is how these tools give authenticator data. */
    static Bytes wrapped(Bytes authData) {
        int size = authData.size();
        return (size < 256 ? Bytes.ofInts(0x58, size) : Bytes.ofInts(0x59, size >> 8, size & 0xFF)).plus(authData);
    }

    private static Bytes unwrapped(Bytes byteString) {
        return byteString.from(byteString.at(0) == 0x58 ? 2 : 3);
    }
}

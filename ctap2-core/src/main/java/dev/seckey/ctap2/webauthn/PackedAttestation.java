package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborItem;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.CoseKey;
import java.util.ArrayList;
import java.util.List;

/** The format made for security keys (WebAuthn Level 3 §8.2). */
final class PackedAttestation {
    static final String FMT = "packed";

    private static final Field<Integer> ALG = Field.of("alg", CborType.INT);
    /** Of the first edition of WebAuthn (§8.2, 2019). */
    private static final Field<CborItem> ECDAA_KEY_ID = Field.of("ecdaaKeyId", CborType.ANY);

    private PackedAttestation() {}

    static Attestation verify(AttestationObject attestation, Bytes clientDataHash) {
        CborMap statement = attestation.attStmt();
        AttestedCredential credential = AttestationVerifier.credential(attestation);
        if (statement.has(ECDAA_KEY_ID)) {
            return Attestation.foreign(FMT, "packed with ECDAA, which WebAuthn has given up and no key in use makes");
        }
        int alg = statement.require(ALG);
        Bytes signature = statement.require(AttestationVerifier.SIG);
        Bytes signed = attestation.authData().bytes().plus(clientDataHash);
        if (!statement.has(X5c.FIELD)) {
            return Attestation.self(FMT, selfSignature(alg, credential.publicKey(), signed, signature));
        }
        X5c x5c = X5c.from(statement);
        List<String> shortfalls = new ArrayList<>(x5c.shortfalls());
        shortfalls.addAll(new AttestationCertificate(x5c.leaf()).packedShortfalls(credential.aaguid()));
        return Attestation.basic(
                FMT,
                SignatureAlgorithm.check(alg, x5c.leaf().getPublicKey(), signed, signature),
                x5c.certificates(),
                shortfalls);
    }

    private static SignatureCheck selfSignature(int alg, CoseKey key, Bytes signed, Bytes signature) {
        if (alg != key.alg()) {
            return SignatureCheck.invalid("the statement is signed by " + Algorithm.nameOf(alg)
                    + " and the credential's key is for " + Algorithm.nameOf(key.alg()));
        }
        return SignatureAlgorithm.check(key, signed, signature);
    }
}

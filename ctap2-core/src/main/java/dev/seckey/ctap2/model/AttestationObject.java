package dev.seckey.ctap2.model;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;

/**
 * A new credential and what vouches for it (WebAuthn Level 3 §6.5.4).
 *
 * @param fmt the attestation statement format: packed, fido-u2f, none, …
 */
public record AttestationObject(String fmt, AuthenticatorData authData, CborMap attStmt) {
    private static final Field<String> FMT = Field.of("fmt", CborType.TEXT);
    private static final Field<Bytes> AUTH_DATA = Field.of("authData", CborType.BYTES);
    private static final Field<CborMap> ATT_STMT = Field.of("attStmt", CborType.MAP);

    /** From the form with text keys that WebAuthn hands to relying parties. */
    public static AttestationObject parse(Bytes bytes) {
        CborMap in = Cbor.decodeMap(bytes);
        return new AttestationObject(
                in.require(FMT), AuthenticatorData.parse(in.require(AUTH_DATA)), in.require(ATT_STMT));
    }

    /** In the form with text keys. */
    public Bytes encode() {
        return CborMap.builder()
                .put(FMT, fmt)
                .put(AUTH_DATA, authData.bytes())
                .put(ATT_STMT, attStmt)
                .build()
                .encode();
    }
}

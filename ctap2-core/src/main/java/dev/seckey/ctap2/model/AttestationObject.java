package dev.seckey.ctap2.model;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborItem;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.List;

/**
 * A new credential and what vouches for it (WebAuthn Level 3 §6.5.4).
 *
 * @param fmt the attestation statement format: packed, fido-u2f, none, …
 * @param statement a map; of format {@link #COMPOUND} an array of maps
 */
public record AttestationObject(String fmt, AuthenticatorData authData, CborItem statement) {
    /** Several statements for one credential (WebAuthn Level 3 §8.9). */
    public static final String COMPOUND = "compound";

    private static final Field<String> FMT = Field.of("fmt", CborType.TEXT);
    private static final Field<Bytes> AUTH_DATA = Field.of("authData", CborType.BYTES);
    private static final Field<CborItem> STATEMENT = Field.of("attStmt", CborType.ANY);
    private static final CborType<List<CborMap>> STATEMENTS = CborType.list(CborType.MAP);

    public AttestationObject(String fmt, AuthenticatorData authData, CborMap attStmt) {
        this(fmt, authData, CborItem.of(attStmt));
    }

    /** From the form with text keys that WebAuthn hands to relying parties. */
    public static AttestationObject parse(Bytes bytes) {
        CborMap in = Cbor.decodeMap(bytes);
        return new AttestationObject(
                in.require(FMT), AuthenticatorData.parse(in.require(AUTH_DATA)), in.require(STATEMENT));
    }

    /** @throws MalformedFault if the statement is no map */
    public CborMap attStmt() {
        return statement
                .as(CborType.MAP)
                .orElseThrow(() -> new MalformedFault(
                        CtapStatus.CBOR_UNEXPECTED_TYPE,
                        "the statement of an attestation of format " + fmt + " is no map"));
    }

    /**
     * The statements of a compound one, each as an attestation of its own for the same credential.
     *
     * @throws MalformedFault if it is not an array of such statements
     */
    public List<AttestationObject> parts() {
        return statement
                .as(STATEMENTS)
                .orElseThrow(() -> new MalformedFault(
                        CtapStatus.CBOR_UNEXPECTED_TYPE, "the statement of a compound attestation is no array"))
                .stream()
                .map(part -> new AttestationObject(part.require(FMT), authData, part.require(STATEMENT)))
                .toList();
    }

    /** In the form with text keys. */
    public Bytes encode() {
        return CborMap.builder()
                .put(FMT, fmt)
                .put(AUTH_DATA, authData.bytes())
                .put(STATEMENT, statement)
                .build()
                .encode();
    }
}

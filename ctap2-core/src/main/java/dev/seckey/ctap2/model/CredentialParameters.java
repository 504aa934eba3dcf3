package dev.seckey.ctap2.model;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;

/**
 * A kind of credential (PublicKeyCredentialParameters, CTAP 2.3 §6.1).
 *
 * @param alg a COSE algorithm number, known to {@link Algorithm} or not
 */
public record CredentialParameters(String type, int alg) {
    private static final Field<Integer> ALG = Field.of("alg", CborType.INT);
    private static final Field<String> TYPE = Field.of("type", CborType.TEXT);

    public static final CborType<CredentialParameters> CBOR =
            CborType.MAP.as(CredentialParameters::from, CredentialParameters::toCbor);

    public static CredentialParameters of(Algorithm algorithm) {
        return new CredentialParameters(CredentialDescriptor.PUBLIC_KEY, algorithm.number());
    }

    public boolean isPublicKey() {
        return type.equals(CredentialDescriptor.PUBLIC_KEY);
    }

    private static CredentialParameters from(CborMap in) {
        return new CredentialParameters(in.require(TYPE), in.require(ALG));
    }

    private CborMap toCbor() {
        return CborMap.builder().put(ALG, alg).put(TYPE, type).build();
    }
}

package dev.seckey.ctap2.model;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import java.util.List;

/** Names a credential in allow and exclude lists (PublicKeyCredentialDescriptor, CTAP 2.3 §6.1). */
public record CredentialDescriptor(String type, Bytes id, List<String> transports) {
    public static final String PUBLIC_KEY = "public-key";

    private static final Field<String> TYPE = Field.of("type", CborType.TEXT);
    private static final Field<Bytes> ID = Field.of("id", CborType.BYTES);
    private static final Field<List<String>> TRANSPORTS = Field.of("transports", CborType.list(CborType.TEXT));

    public static final CborType<CredentialDescriptor> CBOR =
            CborType.MAP.as(CredentialDescriptor::from, CredentialDescriptor::toCbor);

    public static CredentialDescriptor of(Bytes id) {
        return new CredentialDescriptor(PUBLIC_KEY, id, List.of());
    }

    public boolean isPublicKey() {
        return type.equals(PUBLIC_KEY);
    }

    private static CredentialDescriptor from(CborMap in) {
        return new CredentialDescriptor(in.require(TYPE), in.require(ID), in.get(TRANSPORTS, List.of()));
    }

    private CborMap toCbor() {
        CborMap.Builder out = CborMap.builder().put(TYPE, type).put(ID, id);
        return (transports.isEmpty() ? out : out.put(TRANSPORTS, transports)).build();
    }
}

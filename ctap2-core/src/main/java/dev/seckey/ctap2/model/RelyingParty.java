package dev.seckey.ctap2.model;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import java.util.Optional;

/** The web site, or whatever else asks for a credential (PublicKeyCredentialRpEntity, CTAP 2.3 §6.1). */
public record RelyingParty(String id, Optional<String> name) {
    private static final Field<String> ID = Field.of("id", CborType.TEXT);
    private static final Field<String> NAME = Field.of("name", CborType.TEXT);

    public static final CborType<RelyingParty> CBOR = CborType.MAP.as(RelyingParty::from, RelyingParty::toCbor);

    public static RelyingParty of(String id, String name) {
        return new RelyingParty(id, Optional.of(name));
    }

    private static RelyingParty from(CborMap in) {
        return new RelyingParty(in.require(ID), in.find(NAME));
    }

    private CborMap toCbor() {
        return CborMap.builder().put(ID, id).put(NAME, name).build();
    }
}

package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import java.util.Optional;

/** The form of a discoverable credential in a state file. */
final class CredentialCbor {
    private static final Field<Bytes> ID = Field.of("id", CborType.BYTES);
    private static final Field<Integer> ALG = Field.of("alg", CborType.INT);
    private static final Field<Bytes> SECRET = Field.of("secret", CborType.BYTES);
    private static final Field<Integer> TRAITS = Field.of("traits", CborType.UNSIGNED);
    private static final Field<RelyingParty> RP = Field.of("rp", RelyingParty.CBOR);
    private static final Field<UserEntity> USER = Field.of("user", UserEntity.CBOR);
    private static final Field<Bytes> CRED_BLOB = Field.of("credBlob", CborType.BYTES);

    static final CborType<Credential> TYPE = CborType.MAP.as(CredentialCbor::from, CredentialCbor::toCbor);

    private CredentialCbor() {}

    private static Credential from(CborMap in) {
        Algorithm algorithm = Algorithm.of(in.require(ALG))
                .filter(SigningKey::supports)
                .orElseThrow(() -> new MalformedFault(CtapStatus.UNSUPPORTED_ALGORITHM, "an unknown algorithm"));
        Account account = new Account(in.require(RP), in.require(USER), in.find(CRED_BLOB));
        return new Credential(
                in.require(ID),
                Bytes.utf8(account.rp().id()).sha256(),
                SigningKey.of(algorithm, in.require(SECRET)),
                Traits.of(in.require(TRAITS)),
                Optional.of(account));
    }

    private static CborMap toCbor(Credential credential) {
        Account account = credential.account().orElseThrow();
        return CborMap.builder()
                .put(ID, credential.id())
                .put(ALG, credential.key().algorithm().number())
                .put(SECRET, credential.key().secret())
                .put(TRAITS, credential.traits().octet())
                .put(RP, account.rp())
                .put(USER, account.user())
                .put(CRED_BLOB, account.credBlob())
                .build();
    }
}

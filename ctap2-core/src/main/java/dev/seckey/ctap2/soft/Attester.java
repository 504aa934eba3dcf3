package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CoseKey;
import java.util.List;
import java.util.Optional;

/** Vouches for new credentials, in the format that the platform prefers (CTAP 2.3 §6.1.2 step 18). */
final class Attester {
    static final String PACKED = "packed";
    static final String NONE = "none";
    static final String FIDO_U2F = "fido-u2f";

    private static final Field<Integer> ALG = Field.of("alg", CborType.INT);
    private static final Field<Bytes> SIG = Field.of("sig", CborType.BYTES);
    private static final Field<List<Bytes>> X5C = Field.of("x5c", CborType.list(CborType.BYTES));

    private final KeyState state;

    Attester(KeyState state) {
        this.state = state;
    }

    static List<String> formats(Profile profile) {
        return profile.has(Feature.ATTESTATION_FORMATS) ? List.of(PACKED, FIDO_U2F, NONE) : List.of(PACKED);
    }

    /** @param enterprise whether the certificate is to name this one key (CTAP 2.3 §7.1) */
    AttestationObject attest(
            MakeCredential request, Credential made, int flags, Optional<CborMap> extensions, boolean enterprise) {
        AttestationKey key = enterprise ? SimulatedProfiles.enterpriseAttestation() : state.profile.attestationKey();
        String format = choose(request, made);
        // fido-u2f knows no model
        Aaguid aaguid = format.equals(FIDO_U2F) ? Aaguid.NONE : state.profile.aaguid();
        AuthenticatorData authData = AuthenticatorData.of(
                made.rpIdHash(),
                flags,
                state.credentials.nextSignCount(),
                Optional.of(new AttestedCredential(aaguid, made.id(), made.key().publicKey())),
                extensions);
        CborMap statement = switch (format) {
            case NONE -> CborMap.EMPTY;
            case FIDO_U2F -> fidoU2f(key, request, made);
            default -> packed(key, request, authData);
        };
        return new AttestationObject(format, authData, statement);
    }

    private String choose(MakeCredential request, Credential made) {
        List<String> formats = formats(state.profile);
        return request.attestationFormatsPreference().stream()
                .filter(formats::contains)
                .filter(format -> !format.equals(FIDO_U2F) || made.key().algorithm() == Algorithm.ES256)
                .findFirst()
                .orElse(PACKED);
    }

    private static CborMap packed(AttestationKey key, MakeCredential request, AuthenticatorData authData) {
        return CborMap.builder()
                .put(ALG, Algorithm.ES256.number())
                .put(SIG, key.sign(authData.bytes().plus(request.clientDataHash())))
                .put(X5C, key.x5c())
                .build();
    }

    /** WebAuthn Level 3 §8.6. */
    private static CborMap fidoU2f(AttestationKey key, MakeCredential request, Credential made) {
        CborMap point = made.key().publicKey().members();
        Bytes signed = Bytes.concat(
                Bytes.ofInts(0),
                made.rpIdHash(),
                request.clientDataHash(),
                made.id(),
                Bytes.ofInts(4),
                point.require(CoseKey.X),
                point.require(CoseKey.Y));
        return CborMap.builder()
                .put(SIG, key.sign(signed))
                .put(X5C, key.x5c().subList(0, 1))
                .build();
    }
}

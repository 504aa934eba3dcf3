package dev.seckey.ctap2.soft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.NewCredential;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.webauthn.AssertionVerifier;
import dev.seckey.ctap2.webauthn.Attestation;
import dev.seckey.ctap2.webauthn.AttestationVerifier;
import java.util.Arrays;
import java.util.List;

/** Ordinary requests of one relying party, and what must hold of every answer. */
final class Requests {
    static final String RP = "example.org";
    static final Bytes HASH = Bytes.utf8("client data").sha256();
    static final UserEntity USER = UserEntity.of(Bytes.utf8("user 1"), "Ada");

    private Requests() {}

    static MakeCredential make() {
        return make(Algorithm.ES256);
    }

    static MakeCredential make(Algorithm algorithm) {
        return MakeCredential.of(
                HASH, RelyingParty.of(RP, "Example"), USER, List.of(CredentialParameters.of(algorithm)));
    }

    static MakeCredential makeDiscoverable(UserEntity user) {
        return MakeCredential.of(
                        HASH, RelyingParty.of(RP, "Example"), user, List.of(CredentialParameters.of(Algorithm.ES256)))
                .with(CredentialOptions.NONE.withRk(true));
    }

    static UserEntity user(String name) {
        return UserEntity.of(Bytes.utf8("id of " + name), name);
    }

    static GetAssertion get(Bytes... credentialIds) {
        return GetAssertion.of(
                RP,
                HASH,
                Arrays.stream(credentialIds).map(CredentialDescriptor::of).toList());
    }

    static MakeCredential with(MakeCredential plain, CborMap extensions) {
        return new MakeCredential(
                plain.clientDataHash(),
                plain.rp(),
                plain.user(),
                plain.pubKeyCredParams(),
                plain.excludeList(),
                extensions,
                plain.options(),
                plain.pinUvAuth(),
                plain.enterpriseAttestation(),
                plain.attestationFormatsPreference());
    }

    static GetAssertion with(GetAssertion plain, CborMap extensions) {
        return new GetAssertion(
                plain.rpId(),
                plain.clientDataHash(),
                plain.allowList(),
                extensions,
                plain.options(),
                plain.pinUvAuth());
    }

    /** The credential in the answer to a {@link #make}, after a look at all that is signed. */
    static AttestedCredential verified(NewCredential made) {
        return verified(made.attestation());
    }

    private static AttestedCredential verified(AttestationObject made) {
        Attestation attestation = AttestationVerifier.verify(made, HASH);
        assertTrue(attestation.signature().isValid(), attestation.signature().reason());
        assertEquals(Attestation.Kind.BASIC, attestation.kind());
        assertEquals(List.of(), attestation.shortfalls());
        assertEquals(Bytes.utf8(RP).sha256(), made.authData().rpIdHash());
        return made.authData().credential().orElseThrow();
    }

    static void verify(Assertion assertion, AttestedCredential credential) {
        assertTrue(
                AssertionVerifier.verify(assertion.authData(), HASH, assertion.signature(), credential.publicKey(), RP)
                        .holds());
        assertEquals(
                credential.credentialId(), assertion.credential().orElseThrow().id());
    }
}

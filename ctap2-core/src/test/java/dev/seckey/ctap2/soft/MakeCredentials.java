package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Requests.make;
import static dev.seckey.ctap2.soft.Requests.makeDiscoverable;
import static dev.seckey.ctap2.soft.Requests.user;
import static dev.seckey.ctap2.soft.Requests.with;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.RelyingParty;
import java.util.List;
import java.util.Optional;

/** authenticatorMakeCredential in its many shapes, and what comes before it. */
final class MakeCredentials {
    private MakeCredentials() {}

    static MakeCredential offering(CredentialParameters... parameters) {
        return MakeCredential.of(HASH, RelyingParty.of(RP, "Example"), Requests.USER, List.of(parameters));
    }

    static MakeCredential extended(MakeCredential plain, CborMap.Builder extensions) {
        return with(plain, extensions.build());
    }

    static <T> CborMap.Builder of(Field<T> extension, T value) {
        return CborMap.builder().put(extension, value);
    }

    static MakeCredential enterprise(int kind) {
        MakeCredential plain = make();
        return new MakeCredential(
                HASH,
                plain.rp(),
                plain.user(),
                plain.pubKeyCredParams(),
                List.of(),
                CborMap.EMPTY,
                CredentialOptions.NONE,
                Optional.empty(),
                Optional.of(kind),
                List.of());
    }

    static void enableEnterprise(KeyInHand key) {
        key.send(AuthenticatorConfig.of(AuthenticatorConfig.Sub.ENABLE_ENTERPRISE_ATTESTATION, CborMap.EMPTY));
    }

    /** With a token for this relying party and these permissions. */
    static MakeCredential proved(KeyInHand key, MakeCredential request, int permissions, String rpId) {
        PinClient client = new PinClient(key, 2);
        var token = client.token(client.withPermissions(PIN, permissions, Optional.of(rpId)));
        return request.with(client.proof(token, HASH));
    }

    static MakeCredential proved(KeyInHand key, MakeCredential request) {
        return proved(key, request, 1, RP);
    }

    static MakeCredential excludingOneMade(KeyInHand key, CborMap extensions) {
        UserPresence usual = key.user;
        key.user = UserPresence.ALWAYS;
        Bytes id = Requests.verified(key.send(with(make(), extensions))).credentialId();
        key.user = usual;
        return make().excluding(List.of(CredentialDescriptor.of(id)));
    }

    static MakeCredential usedUp(KeyInHand key) {
        MakeCredential request = proved(key, make());
        key.send(request);
        return request;
    }

    static MakeCredential tooOld(KeyInHand key) {
        MakeCredential request = proved(key, make());
        key.time.advance(30_001);
        return request;
    }

    static void fill(KeyInHand key) {
        for (int i = 0; i < CredentialStore.CAPACITY; i++) {
            key.send(makeDiscoverable(user("number " + i)));
        }
    }
}

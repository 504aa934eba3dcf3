package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.server.Waiting;
import java.util.List;
import java.util.Optional;

/** authenticatorMakeCredential, the authenticator's side, in the order of the steps of CTAP 2.3 §6.1.2. */
final class MakeCredentialHandler {
    private static final Field<Integer> ALG = Field.of("alg", CborType.INT);
    private static final Field<Bytes> SIG = Field.of("sig", CborType.BYTES);
    private static final Field<List<Bytes>> X5C = Field.of("x5c", CborType.list(CborType.BYTES));

    private static final int DISCOVERABLE_ID_SIZE = 32;

    private final KeyState state;

    MakeCredentialHandler(KeyState state) {
        this.state = state;
    }

    CborMap handle(MakeCredential request, Waiting waiting) {
        UserCheck.touchOnlyRequest(state, request.pinUvAuth(), waiting); // steps 1 and 2
        Algorithm algorithm = choose(request.pubKeyCredParams()); // step 3
        checkOptions(request); // step 5
        boolean userVerified = verifyUser(request); // steps 6 to 11
        Bytes rpIdHash = Bytes.utf8(request.rp().id()).sha256();
        refuseExcluded(request, rpIdHash, waiting); // step 12
        state.touch.await(waiting); // step 14
        state.token.clearAfterTouch();
        Credential made = make(request, algorithm, rpIdHash); // steps 16 and 17
        return MakeCredential.encodeResponse(attest(request, made, userVerified));
    }

    private static Algorithm choose(List<CredentialParameters> offered) {
        return offered.stream()
                .filter(CredentialParameters::isPublicKey)
                .filter(each -> SigningKey.supports(each.alg()))
                .findFirst()
                .flatMap(each -> Algorithm.of(each.alg()))
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.UNSUPPORTED_ALGORITHM));
    }

    private void checkOptions(MakeCredential request) {
        if (request.options().uv().orElse(false) && request.pinUvAuth().isEmpty()
                || !request.options().up().orElse(true)) {
            throw new AuthenticatorFault(CtapStatus.INVALID_OPTION);
        }
    }

    private boolean verifyUser(MakeCredential request) {
        Optional<PinUvAuth> auth = request.pinUvAuth();
        boolean wanted = state.profile.alwaysUv() || state.pin.isSet();
        if (wanted && auth.isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.PUAT_REQUIRED);
        }
        if (request.enterpriseAttestation().isPresent()) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
        auth.ifPresent(given -> state.token.check(
                given,
                request.clientDataHash().toArray(),
                Permission.MAKE_CREDENTIAL,
                request.rp().id()));
        return auth.isPresent();
    }

    /** Whoever asks learns that a credential is there only from a person who is there, or after the time for a touch. */
    private void refuseExcluded(MakeCredential request, Bytes rpIdHash, Waiting waiting) {
        boolean excluded = request.excludeList().stream()
                .filter(CredentialDescriptor::isPublicKey)
                .anyMatch(each -> state.credentials.find(each.id(), rpIdHash).isPresent());
        if (!excluded) {
            return;
        }
        try {
            state.touch.await(waiting);
        } catch (AuthenticatorFault e) {
            if (e.status() == CtapStatus.KEEPALIVE_CANCEL) {
                throw e;
            }
        }
        throw new AuthenticatorFault(CtapStatus.CREDENTIAL_EXCLUDED);
    }

    private Credential make(MakeCredential request, Algorithm algorithm, Bytes rpIdHash) {
        SigningKey key = SigningKey.generate(algorithm, state.environment.random());
        if (!request.options().rk().orElse(false)) {
            Bytes id = state.credentials.newId(key, rpIdHash, state.environment.random());
            return new Credential(id, rpIdHash, key, Optional.empty());
        }
        byte[] id = new byte[DISCOVERABLE_ID_SIZE];
        state.environment.random().nextBytes(id);
        Credential made = new Credential(Bytes.of(id), rpIdHash, key, Optional.of(request.user()));
        state.credentials.put(made);
        return made;
    }

    private AttestationObject attest(MakeCredential request, Credential made, boolean userVerified) {
        AuthenticatorData authData = AuthenticatorData.of(
                made.rpIdHash(),
                AuthenticatorData.UP | (userVerified ? AuthenticatorData.UV : 0),
                state.credentials.nextSignCount(),
                Optional.of(new AttestedCredential(
                        state.profile.aaguid(), made.id(), made.key().publicKey())),
                Optional.empty());
        AttestationKey attestationKey = state.profile.attestationKey();
        CborMap statement = CborMap.builder()
                .put(ALG, Algorithm.ES256.number())
                .put(SIG, attestationKey.sign(authData.bytes().plus(request.clientDataHash())))
                .put(X5C, attestationKey.x5c())
                .build();
        return new AttestationObject("packed", authData, statement);
    }
}

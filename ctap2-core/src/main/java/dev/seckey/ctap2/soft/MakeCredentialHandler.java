package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.server.Waiting;
import java.util.List;
import java.util.Optional;

/** authenticatorMakeCredential, the authenticator's side, in the order of the steps of CTAP 2.3 §6.1.2. */
final class MakeCredentialHandler {
    /** To which enterprise attestation of kind 1 (vendor-facilitated) is given; the second is FIDO's own test. */
    static final List<String> ENTERPRISE_RP_IDS =
            List.of("enterprise.example.org", "enterprisetest.certinfra.fidoalliance.org");

    private static final int VENDOR_FACILITATED = 1;
    private static final int PLATFORM_MANAGED = 2;
    private static final int DISCOVERABLE_ID_SIZE = 32;

    private final KeyState state;
    private final Attester attester;
    private final List<KeyExtension> extensions;

    MakeCredentialHandler(KeyState state) {
        this.state = state;
        this.attester = new Attester(state);
        this.extensions = KeyExtension.of(state.profile);
    }

    CborMap handle(MakeCredential request, Waiting waiting) {
        UserCheck.hash(request.clientDataHash());
        UserCheck.touchOnlyRequest(state, request.pinUvAuth(), waiting); // steps 1 and 2
        UserCheck.limit(request.excludeList());
        Algorithm algorithm = choose(request.pubKeyCredParams()); // step 3
        checkOptions(request); // step 5
        requireVerification(request); // steps 6 to 8
        boolean enterprise = enterprise(request); // step 9
        Verification user = verifyUser(request, waiting); // steps 10 and 11
        Bytes rpIdHash = Bytes.utf8(request.rp().id()).sha256();
        refuseExcluded(request, rpIdHash, user, waiting); // step 12
        UserCheck.touch(state, user.touched(), waiting); // steps 13 and 14
        extensions.forEach(each -> each.check(request)); // step 15
        Credential made = make(request, algorithm, rpIdHash); // steps 16 to 18
        return answer(request, made, user, enterprise);
    }

    private Algorithm choose(List<CredentialParameters> offered) {
        return offered.stream()
                .filter(CredentialParameters::isPublicKey)
                .flatMap(each -> Algorithm.of(each.alg()).stream())
                .filter(state.profile.algorithms()::contains)
                .findFirst()
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.UNSUPPORTED_ALGORITHM));
    }

    private void checkOptions(MakeCredential request) {
        boolean uvWithoutSensor = asksForFinger(request) && !state.hasFingers();
        if (uvWithoutSensor || !request.options().up().orElse(true)) {
            throw new AuthenticatorFault(CtapStatus.INVALID_OPTION);
        }
    }

    private static boolean asksForFinger(MakeCredential request) {
        return request.options().uv().orElse(false) && request.pinUvAuth().isEmpty();
    }

    private void requireVerification(MakeCredential request) {
        boolean discoverable = request.options().rk().orElse(false);
        boolean spared = state.settings.makeCredUvNotRequired() && !discoverable;
        boolean wanted = state.settings.alwaysUv() || state.isProtected() && !spared;
        boolean finger = asksForFinger(request) || state.settings.alwaysUv() && state.hasFingers();
        boolean given = request.pinUvAuth().isPresent() && state.isProtected();
        if (wanted && !given && !finger) {
            throw UserCheck.unverified(state);
        }
    }

    /** Whether the attestation is to be an enterprise's. */
    private boolean enterprise(MakeCredential request) {
        if (request.enterpriseAttestation().isEmpty()) {
            return false;
        }
        int kind = request.enterpriseAttestation().get();
        if (!state.settings.enterpriseAttestation()) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
        if (kind != VENDOR_FACILITATED && kind != PLATFORM_MANAGED) {
            throw new AuthenticatorFault(CtapStatus.INVALID_OPTION);
        }
        return kind == PLATFORM_MANAGED
                || ENTERPRISE_RP_IDS.contains(request.rp().id());
    }

    /** On a key that nothing protects, a proof proves nothing and is passed over. */
    private Verification verifyUser(MakeCredential request, Waiting waiting) {
        Optional<PinUvAuth> auth = request.pinUvAuth().filter(proof -> state.isProtected());
        if (auth.isPresent()) {
            state.token.check(
                    auth.get(),
                    request.clientDataHash().toArray(),
                    Permission.MAKE_CREDENTIAL,
                    request.rp().id());
            return Verification.BY_TOKEN;
        }
        if (asksForFinger(request) || state.settings.alwaysUv()) {
            BuiltInUv.performOrAskForPin(state, waiting);
            return Verification.BY_FINGER;
        }
        return Verification.NONE;
    }

    /** Whoever asks learns that a credential is there only from a person who is there, or after the time for a touch. */
    private void refuseExcluded(MakeCredential request, Bytes rpIdHash, Verification user, Waiting waiting) {
        boolean excluded = request.excludeList().stream()
                .filter(CredentialDescriptor::isPublicKey)
                .flatMap(each -> state.credentials.find(each.id(), rpIdHash).stream())
                .anyMatch(found -> found.traits().isVisible(user.userVerified(), true));
        if (!excluded) {
            return;
        }
        try {
            UserCheck.touch(state, user.touched(), waiting);
        } catch (AuthenticatorFault e) {
            if (e.status() == CtapStatus.KEEPALIVE_CANCEL) {
                throw e;
            }
        }
        throw new AuthenticatorFault(CtapStatus.CREDENTIAL_EXCLUDED);
    }

    private Credential make(MakeCredential request, Algorithm algorithm, Bytes rpIdHash) {
        SigningKey key = SigningKey.generate(algorithm, state.environment.random());
        Traits traits = Traits.NONE;
        for (KeyExtension extension : extensions) {
            traits = extension.mark(request, traits);
        }
        if (!request.options().rk().orElse(false)) {
            Bytes id = state.credentials.newId(key, traits, rpIdHash, state.environment.random());
            return new Credential(id, rpIdHash, key, traits, Optional.empty());
        }
        Account account = new Account(request.rp(), request.user(), CredBlobExtension.toKeep(state.profile, request));
        Bytes id = Bytes.random(state.environment.random(), DISCOVERABLE_ID_SIZE);
        Credential made = new Credential(id, rpIdHash, key, traits, Optional.of(account));
        state.credentials.put(made);
        return made;
    }

    private CborMap answer(MakeCredential request, Credential made, Verification user, boolean enterprise) {
        CborMap.Builder outputs = CborMap.builder();
        Making making = new Making(state, request, made, user.userVerified(), outputs);
        extensions.forEach(each -> each.make(making));
        Optional<CborMap> all = Optional.of(outputs.build()).filter(map -> !map.isEmpty());
        int flags = AuthenticatorData.UP | (user.userVerified() ? AuthenticatorData.UV : 0);
        Optional<Bytes> largeBlobKey = request.extensions().has(Extensions.LARGE_BLOB_KEY)
                ? LargeBlobKeyExtension.keyOf(state, made)
                : Optional.empty();
        AttestationObject attestation = attester.attest(request, made, flags, all, enterprise);
        boolean named = enterprise && !attestation.fmt().equals(Attester.NONE);
        return MakeCredential.encodeResponse(attestation).toBuilder()
                .put(MakeCredential.EP_ATT, Optional.of(true).filter(granted -> named))
                .put(MakeCredential.LARGE_BLOB_KEY, largeBlobKey)
                .build();
    }
}

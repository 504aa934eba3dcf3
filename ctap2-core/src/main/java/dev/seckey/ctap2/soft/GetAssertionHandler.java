package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.server.Waiting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * authenticatorGetAssertion and authenticatorGetNextAssertion, the authenticator's side (CTAP 2.3 §6.2.2 and §6.3).
 */
final class GetAssertionHandler {
    private static final long NEXT_LIMIT_NANOS = 30_000_000_000L;

    private final KeyState state;
    private final List<KeyExtension> extensions;
    private final Deque<Credential> rest = new ArrayDeque<>();
    private CborMap inputs = CborMap.EMPTY;
    private Bytes clientDataHash = Bytes.EMPTY;
    private int flags;
    private long askedAt;
    private Optional<Long> token = Optional.empty();

    GetAssertionHandler(KeyState state) {
        this.state = state;
        this.extensions = KeyExtension.of(state.profile);
    }

    /** What was kept for getNextAssertion goes with any other command, and with the token that proved it. */
    void forget() {
        rest.clear();
        inputs = CborMap.EMPTY;
    }

    CborMap handle(GetAssertion request, Waiting waiting) {
        forget();
        UserCheck.hash(request.clientDataHash());
        UserCheck.touchOnlyRequest(state, request.pinUvAuth(), waiting); // steps 1 and 2
        UserCheck.limit(request.allowList());
        boolean touch = request.options().up().orElse(true);
        checkOptions(request); // step 4
        requireVerification(request, touch); // step 5
        Verification user = verifyUser(request, touch, waiting); // step 6
        List<Credential> found = find(request, user); // step 7
        if (found.isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.NO_CREDENTIALS);
        }
        if (touch) {
            UserCheck.touch(state, user.touched(), waiting); // steps 8 and 9
        }
        extensions.forEach(each -> each.check(request)); // step 10
        inputs = request.extensions();
        clientDataHash = request.clientDataHash();
        flags = (touch ? AuthenticatorData.UP : 0) | (user.userVerified() ? AuthenticatorData.UV : 0);
        boolean anyWillDo = !request.allowList().isEmpty() && state.profile.has(Feature.PIN_UV_AUTH_TOKEN);
        if (anyWillDo || found.size() == 1) {
            return sign(found.get(0), Optional.empty()); // step 11
        }
        rest.addAll(found); // step 12
        token = Optional.of(state.token.serial()).filter(serial -> user == Verification.BY_TOKEN);
        askedAt = state.environment.ticker().nanos();
        return sign(rest.remove(), Optional.of(found.size()));
    }

    CborMap next() {
        boolean expired = token.filter(serial -> !state.token.lives(serial)).isPresent();
        if (expired || state.environment.ticker().nanos() - askedAt > NEXT_LIMIT_NANOS) {
            forget();
        }
        if (rest.isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.NOT_ALLOWED);
        }
        askedAt = state.environment.ticker().nanos();
        return sign(rest.remove(), Optional.empty());
    }

    private void checkOptions(GetAssertion request) {
        if (asksForFinger(request) && !state.hasFingers()) {
            throw new AuthenticatorFault(CtapStatus.INVALID_OPTION);
        }
        if (request.options().rk().isPresent()) {
            throw new AuthenticatorFault(CtapStatus.UNSUPPORTED_OPTION);
        }
    }

    private static boolean asksForFinger(GetAssertion request) {
        return request.options().uv().orElse(false) && request.pinUvAuth().isEmpty();
    }

    private void requireVerification(GetAssertion request, boolean touch) {
        boolean wanted = state.settings.alwaysUv() && touch;
        boolean given = request.pinUvAuth().isPresent() && state.isProtected();
        if (wanted && !given && !state.hasFingers()) {
            throw UserCheck.unverified(state);
        }
    }

    /** On a key that nothing protects, a proof proves nothing and is passed over. */
    private Verification verifyUser(GetAssertion request, boolean touch, Waiting waiting) {
        if (request.pinUvAuth().isPresent() && state.isProtected()) {
            state.token.check(
                    request.pinUvAuth().get(),
                    request.clientDataHash().toArray(),
                    Permission.GET_ASSERTION,
                    request.rpId());
            return Verification.BY_TOKEN;
        }
        if (asksForFinger(request) || state.settings.alwaysUv() && touch) {
            BuiltInUv.performOrAskForPin(state, waiting);
            return Verification.BY_FINGER;
        }
        return Verification.NONE;
    }

    private List<Credential> find(GetAssertion request, Verification user) {
        Bytes rpIdHash = Bytes.utf8(request.rpId()).sha256();
        if (request.allowList().isEmpty()) {
            return state.credentials.discover(rpIdHash).stream()
                    .filter(each -> each.traits().isVisible(user.userVerified(), false))
                    .toList();
        }
        List<Credential> found = new ArrayList<>(request.allowList().stream()
                .filter(CredentialDescriptor::isPublicKey)
                .flatMap(each -> state.credentials.find(each.id(), rpIdHash).stream())
                .filter(each -> each.traits().isVisible(user.userVerified(), true))
                .toList());
        Collections.reverse(found); // clients list the oldest first
        return found;
    }

    private CborMap sign(Credential credential, Optional<Integer> numberOfCredentials) {
        CborMap.Builder outputs = CborMap.builder();
        Getting getting = new Getting(state, inputs, credential, isVerified(), outputs);
        extensions.forEach(each -> each.get(getting));
        AuthenticatorData authData = AuthenticatorData.of(
                credential.rpIdHash(),
                flags,
                state.credentials.nextSignCount(),
                Optional.empty(),
                Optional.of(outputs.build()).filter(map -> !map.isEmpty()));
        return new Assertion(
                        Optional.of(CredentialDescriptor.of(credential.id())),
                        authData,
                        credential.key().sign(authData.bytes().plus(clientDataHash)),
                        credential.account().map(Account::user).map(this::shown),
                        numberOfCredentials,
                        Optional.empty(),
                        largeBlobKey(credential))
                .encode();
    }

    private Optional<Bytes> largeBlobKey(Credential credential) {
        return inputs.has(Extensions.LARGE_BLOB_KEY)
                ? LargeBlobKeyExtension.keyOf(state, credential)
                : Optional.empty();
    }

    private boolean isVerified() {
        return (flags & AuthenticatorData.UV) != 0;
    }

    /** Names of users leave the key only after user verification (CTAP 2.3 §6.2.2 step 12). */
    private UserEntity shown(UserEntity user) {
        return isVerified() ? user : new UserEntity(user.id(), Optional.empty(), Optional.empty());
    }
}

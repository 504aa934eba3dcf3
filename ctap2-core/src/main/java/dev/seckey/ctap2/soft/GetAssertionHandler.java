package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.server.Waiting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * authenticatorGetAssertion and authenticatorGetNextAssertion, the authenticator's side (CTAP 2.3 §6.2.2 and §6.3).
 */
final class GetAssertionHandler {
    private static final long NEXT_LIMIT_NANOS = 30_000_000_000L;

    private final KeyState state;
    private final Deque<Credential> rest = new ArrayDeque<>();
    private Bytes clientDataHash = Bytes.EMPTY;
    private int flags;
    private long askedAt;

    GetAssertionHandler(KeyState state) {
        this.state = state;
    }

    /** What was kept for getNextAssertion goes with any other command. */
    void forget() {
        rest.clear();
    }

    CborMap handle(GetAssertion request, Waiting waiting) {
        forget();
        UserCheck.touchOnlyRequest(state, request.pinUvAuth(), waiting);
        boolean touch = request.options().up().orElse(true);
        if (request.options().uv().orElse(false) && request.pinUvAuth().isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.INVALID_OPTION);
        }
        if (request.options().rk().isPresent()) {
            throw new AuthenticatorFault(CtapStatus.UNSUPPORTED_OPTION);
        }
        if (state.profile.alwaysUv() && touch && request.pinUvAuth().isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.PUAT_REQUIRED);
        }
        request.pinUvAuth()
                .ifPresent(auth -> state.token.check(
                        auth, request.clientDataHash().toArray(), Permission.GET_ASSERTION, request.rpId()));
        List<Credential> found = find(request);
        if (found.isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.NO_CREDENTIALS);
        }
        if (touch) {
            state.touch.await(waiting);
            state.token.clearAfterTouch();
        }
        clientDataHash = request.clientDataHash();
        flags = (touch ? AuthenticatorData.UP : 0) | (request.pinUvAuth().isPresent() ? AuthenticatorData.UV : 0);
        if (!request.allowList().isEmpty() || found.size() == 1) {
            return sign(found.get(0), Optional.empty());
        }
        rest.addAll(found);
        askedAt = state.environment.ticker().nanos();
        return sign(rest.remove(), Optional.of(found.size()));
    }

    CborMap next() {
        if (state.environment.ticker().nanos() - askedAt > NEXT_LIMIT_NANOS) {
            forget();
        }
        if (rest.isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.NOT_ALLOWED);
        }
        askedAt = state.environment.ticker().nanos();
        return sign(rest.remove(), Optional.empty());
    }

    private List<Credential> find(GetAssertion request) {
        Bytes rpIdHash = Bytes.utf8(request.rpId()).sha256();
        if (request.allowList().isEmpty()) {
            return state.credentials.discover(rpIdHash);
        }
        return request.allowList().stream()
                .filter(CredentialDescriptor::isPublicKey)
                .flatMap(each -> state.credentials.find(each.id(), rpIdHash).stream())
                .limit(1)
                .toList();
    }

    private CborMap sign(Credential credential, Optional<Integer> numberOfCredentials) {
        AuthenticatorData authData = AuthenticatorData.of(
                credential.rpIdHash(), flags, state.credentials.nextSignCount(), Optional.empty(), Optional.empty());
        return new Assertion(
                        Optional.of(CredentialDescriptor.of(credential.id())),
                        authData,
                        credential.key().sign(authData.bytes().plus(clientDataHash)),
                        credential.user().map(this::shown),
                        numberOfCredentials,
                        Optional.empty(),
                        Optional.empty())
                .encode();
    }

    /** Names of users leave the key only after user verification (CTAP 2.3 §6.2.2 step 12). */
    private UserEntity shown(UserEntity user) {
        boolean verified = (flags & AuthenticatorData.UV) != 0;
        return verified ? user : new UserEntity(user.id(), Optional.empty(), Optional.empty());
    }
}

package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.CredentialManagement;
import dev.seckey.ctap2.command.CredentialManagement.Sub;
import dev.seckey.ctap2.command.CredentialManagementResponse;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.model.UserEntity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** authenticatorCredentialManagement, the authenticator's side (CTAP 2.3 §6.8), and its preview. */
final class CredentialManagementHandler {
    private final KeyState state;
    private final Authorization authorization;
    private final Deque<Credential> restOfRps = new ArrayDeque<>();
    private final Deque<Credential> restOfCredentials = new ArrayDeque<>();
    private Optional<Long> token = Optional.empty();

    CredentialManagementHandler(KeyState state) {
        this.state = state;
        this.authorization = new Authorization(state);
    }

    /** What was kept for the next step of an enumeration goes with any other command, and with the token. */
    void forget() {
        restOfRps.clear();
        restOfCredentials.clear();
    }

    CborMap handle(CredentialManagement request) {
        Sub sub = Sub.of(request.subCommand())
                .filter(known -> !request.preview() || known != Sub.UPDATE_USER_INFORMATION)
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.INVALID_SUBCOMMAND));
        if (sub == Sub.ENUMERATE_RPS_GET_NEXT_RP) {
            return rp(next(restOfRps), Optional.empty());
        }
        if (sub == Sub.ENUMERATE_CREDENTIALS_GET_NEXT_CREDENTIAL) {
            return credential(next(restOfCredentials), Optional.empty());
        }
        restOfCredentials.clear();
        if (sub != Sub.ENUMERATE_CREDENTIALS_BEGIN) {
            restOfRps.clear(); // whereas clients look into each relying party before they ask for the next
        }
        return switch (sub) {
            case GET_CREDS_METADATA -> metadata(request);
            case ENUMERATE_RPS_BEGIN -> enumerateRps(request);
            case ENUMERATE_CREDENTIALS_BEGIN -> enumerateCredentials(request);
            case DELETE_CREDENTIAL -> delete(request);
            default -> update(request);
        };
    }

    private Credential next(Deque<Credential> rest) {
        if (token.filter(serial -> !state.token.lives(serial)).isPresent()) {
            forget();
        }
        if (rest.isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.NOT_ALLOWED);
        }
        return rest.remove();
    }

    /** §6.8.2. */
    private CborMap metadata(CredentialManagement request) {
        requireForAll(request);
        return CborMap.builder()
                .put(CredentialManagementResponse.EXISTING_RESIDENT_CREDENTIALS_COUNT, state.credentials.count())
                .put(
                        CredentialManagementResponse.MAX_POSSIBLE_REMAINING_RESIDENT_CREDENTIALS_COUNT,
                        state.credentials.remaining())
                .build();
    }

    /** §6.8.3. */
    private CborMap enumerateRps(CredentialManagement request) {
        requireForAll(request);
        List<Credential> found = state.credentials.oneOfEachRelyingParty();
        restOfRps.addAll(nonEmpty(found));
        return rp(restOfRps.remove(), Optional.of(found.size()));
    }

    /** §6.8.4. */
    private CborMap enumerateCredentials(CredentialManagement request) {
        Bytes rpIdHash = parameter(request, CredentialManagement.RP_ID_HASH);
        if (!requireToRead(request) && !state.token.isFor(rpIdHash)) {
            throw new AuthenticatorFault(CtapStatus.PIN_AUTH_INVALID);
        }
        List<Credential> found = state.credentials.discover(rpIdHash);
        restOfCredentials.addAll(nonEmpty(found));
        return credential(restOfCredentials.remove(), Optional.of(found.size()));
    }

    private static List<Credential> nonEmpty(List<Credential> found) {
        if (found.isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.NO_CREDENTIALS);
        }
        return found;
    }

    /** §6.8.5. */
    private CborMap delete(CredentialManagement request) {
        state.credentials.remove(toChange(request));
        return CborMap.EMPTY;
    }

    /** §6.8.6: names that are absent or empty go. */
    private CborMap update(CredentialManagement request) {
        UserEntity user = parameter(request, CredentialManagement.USER);
        Credential credential = toChange(request);
        Account account = credential.account().orElseThrow();
        if (!account.user().id().equals(user.id())) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
        UserEntity named = new UserEntity(
                user.id(),
                user.name().filter(name -> !name.isEmpty()),
                user.displayName().filter(name -> !name.isEmpty()));
        state.credentials.replace(credential, credential.with(account.with(named)));
        return CborMap.EMPTY;
    }

    private Credential toChange(CredentialManagement request) {
        CredentialDescriptor descriptor = parameter(request, CredentialManagement.CREDENTIAL_ID);
        authorization.require(request.pinUvAuth(), request.authenticated(), Permission.CREDENTIAL_MANAGEMENT);
        Credential credential = state.credentials
                .find(descriptor.id())
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.NO_CREDENTIALS));
        if (!state.token.isFor(credential.rpIdHash())) {
            throw new AuthenticatorFault(CtapStatus.PIN_AUTH_INVALID);
        }
        return credential;
    }

    /** A token that is bound to one relying party does not see the others. */
    private void requireForAll(CredentialManagement request) {
        if (!requireToRead(request) && state.token.isBound()) {
            throw new AuthenticatorFault(CtapStatus.PIN_AUTH_INVALID);
        }
    }

    /** @return whether it was the persistent token that proved it */
    private boolean requireToRead(CredentialManagement request) {
        PinUvAuth auth = authorization.present(request.pinUvAuth());
        if (state.profile.has(Feature.PERSISTENT_TOKEN)
                && state.persistentToken.verifies(auth, request.authenticated())) {
            token = Optional.empty();
            return true;
        }
        state.token.check(auth, request.authenticated().toArray(), Permission.CREDENTIAL_MANAGEMENT);
        token = Optional.of(state.token.serial());
        return false;
    }

    private static <T> T parameter(CredentialManagement request, Field<T> field) {
        authorizationFirst(request);
        return request.subCommandParams().require(field);
    }

    /** A request without proof is told of that before anything else. */
    private static void authorizationFirst(CredentialManagement request) {
        if (request.pinUvAuth().isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.PUAT_REQUIRED);
        }
    }

    private static CborMap rp(Credential credential, Optional<Integer> total) {
        return CborMap.builder()
                .put(
                        CredentialManagementResponse.RP,
                        credential.account().orElseThrow().rp())
                .put(CredentialManagementResponse.RP_ID_HASH, credential.rpIdHash())
                .put(CredentialManagementResponse.TOTAL_RPS, total)
                .build();
    }

    private CborMap credential(Credential credential, Optional<Integer> total) {
        Traits traits = credential.traits();
        CborMap.Builder out = CborMap.builder()
                .put(
                        CredentialManagementResponse.USER,
                        credential.account().orElseThrow().user())
                .put(CredentialManagementResponse.CREDENTIAL_ID, CredentialDescriptor.of(credential.id()))
                .put(CredentialManagementResponse.PUBLIC_KEY, credential.key().publicKey())
                .put(CredentialManagementResponse.TOTAL_CREDENTIALS, total)
                .put(CredentialManagementResponse.CRED_PROTECT, traits.credProtect())
                .put(CredentialManagementResponse.LARGE_BLOB_KEY, LargeBlobKeyExtension.keyOf(state, credential));
        if (state.profile.has(Feature.THIRD_PARTY_PAYMENT)) {
            out.put(CredentialManagementResponse.THIRD_PARTY_PAYMENT, traits.thirdPartyPayment());
        }
        return out.build();
    }
}

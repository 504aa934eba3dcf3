package dev.seckey.ctap2.session;

import static dev.seckey.ctap2.session.Answers.member;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.CredentialManagement;
import dev.seckey.ctap2.command.CredentialManagement.Sub;
import dev.seckey.ctap2.command.CredentialManagementResponse;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The discoverable credentials on a key (CTAP 2.3 §6.8). Enumeration is stateful at the key: each list is collected whole,
 * and no other command may come in between.
 */
public final class CredentialManager {
    private final Ctap2 session;
    private final PinUvAuthToken token;
    private final boolean preview;

    /** How many credentials are there, and how many more fit, as a rule. */
    public record Usage(int existing, int remaining) {}

    /**
     * A relying party that has credentials on the key.
     *
     * @param rp absent if the key keeps only the hash; its id may have been cut short by the key
     * @param idHash 32 bytes
     */
    public record StoredRelyingParty(Optional<RelyingParty> rp, Bytes idHash) {
        /** The id, where the key knows the whole of it. */
        public Optional<String> id() {
            return rp.map(RelyingParty::id).filter(id -> Bytes.utf8(id).sha256().equals(idHash));
        }

        /** For a person: the id, or as much of it as the key tells, and its hash. */
        public String title() {
            return id().orElseGet(() -> rp.map(cut -> "\"" + cut.id() + "...\" ")
                            .orElse("unknown relying party ") + "(SHA-256 " + idHash.hex() + ")");
        }
    }

    /** @param credProtect 1 to 3, where the key tells */
    public record StoredCredential(
            UserEntity user,
            CredentialDescriptor id,
            CoseKey publicKey,
            Optional<Integer> credProtect,
            Optional<Bytes> largeBlobKey,
            Optional<Boolean> thirdPartyPayment) {}

    /**
     * @param token with the permission credentialManagement, bound to no relying party
     * @throws TransportFault if the key has neither credential management nor its preview
     */
    public CredentialManager(Ctap2 session, PinUvAuthToken token) {
        this.session = session;
        this.token = token;
        this.preview = usesPreview(session.info());
    }

    /** @throws TransportFault if the key has neither credential management nor its preview */
    public static void requireSupport(AuthenticatorInfo info) {
        usesPreview(info);
    }

    /** Whether only the preview of FIDO_2_1_PRE is there. */
    private static boolean usesPreview(AuthenticatorInfo info) {
        if (info.has(Option.CREDENTIAL_MANAGEMENT)) {
            return false;
        }
        if (info.has(Option.CREDENTIAL_MANAGEMENT_PREVIEW)) {
            return true;
        }
        throw new TransportFault(
                Reason.UNSUPPORTED,
                "this key cannot list or delete its credentials (it speaks " + String.join(", ", info.versions())
                        + ")");
    }

    public Usage usage() {
        CredentialManagementResponse answer = send(Sub.GET_CREDS_METADATA, CborMap.EMPTY);
        return new Usage(
                member(answer.existingResidentCredentialsCount(), "existingResidentCredentialsCount"),
                member(
                        answer.maxPossibleRemainingResidentCredentialsCount(),
                        "maxPossibleRemainingResidentCredentialsCount"));
    }

    public List<StoredRelyingParty> relyingParties() {
        return enumerate(
                Sub.ENUMERATE_RPS_BEGIN,
                CborMap.EMPTY,
                Sub.ENUMERATE_RPS_GET_NEXT_RP,
                CredentialManagementResponse::totalRps,
                answer -> new StoredRelyingParty(answer.rp(), member(answer.rpIdHash(), "rpIDHash")));
    }

    /** @param rpIdHash 32 bytes */
    public List<StoredCredential> credentials(Bytes rpIdHash) {
        return enumerate(
                Sub.ENUMERATE_CREDENTIALS_BEGIN,
                CborMap.builder().put(CredentialManagement.RP_ID_HASH, rpIdHash).build(),
                Sub.ENUMERATE_CREDENTIALS_GET_NEXT_CREDENTIAL,
                CredentialManagementResponse::totalCredentials,
                answer -> new StoredCredential(
                        member(answer.user(), "user"),
                        member(answer.credentialId(), "credentialID"),
                        member(answer.publicKey(), "publicKey"),
                        answer.credProtect(),
                        answer.largeBlobKey(),
                        answer.thirdPartyPayment()));
    }

    /** Deletes, and looks whether it is gone. */
    public void delete(Bytes rpIdHash, CredentialDescriptor id) {
        send(
                Sub.DELETE_CREDENTIAL,
                CborMap.builder().put(CredentialManagement.CREDENTIAL_ID, id).build());
        if (find(rpIdHash, id).isPresent()) {
            throw new ReadBackFault("the credential is still there");
        }
    }

    /** Gives the account of a credential other names, and looks whether it has them. */
    public void update(Bytes rpIdHash, CredentialDescriptor id, UserEntity user) {
        if (preview) {
            throw new TransportFault(
                    Reason.UNSUPPORTED, "this key cannot change a credential's names, only list and delete it");
        }
        send(
                Sub.UPDATE_USER_INFORMATION,
                CborMap.builder()
                        .put(CredentialManagement.CREDENTIAL_ID, id)
                        .put(CredentialManagement.USER, user)
                        .build());
        Optional<UserEntity> now = find(rpIdHash, id).map(StoredCredential::user);
        if (!now.equals(Optional.of(user))) {
            throw new ReadBackFault("the credential does not bear the new names");
        }
    }

    private Optional<StoredCredential> find(Bytes rpIdHash, CredentialDescriptor id) {
        return credentials(rpIdHash).stream()
                .filter(credential -> credential.id().id().equals(id.id()))
                .findFirst();
    }

    /** None at all is an error at the key, and an empty list here. */
    private <T> List<T> enumerate(
            Sub begin,
            CborMap params,
            Sub next,
            Function<CredentialManagementResponse, Optional<Integer>> total,
            Function<CredentialManagementResponse, T> element) {
        CredentialManagementResponse first;
        try {
            first = send(begin, params);
        } catch (AuthenticatorFault e) {
            if (e.status() == CtapStatus.NO_CREDENTIALS) {
                return List.of();
            }
            throw e;
        }
        int count = total.apply(first).orElse(0);
        List<T> all = new ArrayList<>();
        if (count > 0) {
            all.add(element.apply(first));
        }
        for (int i = 1; i < count; i++) {
            all.add(element.apply(session.send(CredentialManagement.of(preview, next, CborMap.EMPTY))));
        }
        return List.copyOf(all);
    }

    private CredentialManagementResponse send(Sub sub, CborMap params) {
        CredentialManagement command = CredentialManagement.of(preview, sub, params);
        return session.send(command.with(token.authenticate(command.authenticated())));
    }
}

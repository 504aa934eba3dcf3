package dev.seckey.ctap2.soft;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.UserIdentity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A relying party of Yubico's making, with one user. */
final class YubicoRelyingParty implements CredentialRepository {
    static final UserIdentity USER = UserIdentity.builder()
            .name("Ada")
            .displayName("Ada")
            .id(new ByteArray(Requests.USER.id().toArray()))
            .build();

    final RelyingParty server = RelyingParty.builder()
            .identity(RelyingPartyIdentity.builder()
                    .id(Requests.RP)
                    .name("Example")
                    .build())
            .credentialRepository(this)
            .build();

    private final Map<ByteArray, RegisteredCredential> credentials = new LinkedHashMap<>();

    void remember(RegistrationResult registered) {
        ByteArray id = registered.getKeyId().getId();
        credentials.put(
                id,
                RegisteredCredential.builder()
                        .credentialId(id)
                        .userHandle(USER.getId())
                        .publicKeyCose(registered.getPublicKeyCose())
                        .signatureCount(registered.getSignatureCount())
                        .build());
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return credentials.keySet().stream()
                .map(id -> PublicKeyCredentialDescriptor.builder().id(id).build())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return Optional.of(USER.getId());
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
        return Optional.of(USER.getName());
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
        return Optional.ofNullable(credentials.get(credentialId));
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
        return lookup(credentialId, USER.getId()).stream().collect(Collectors.toSet());
    }
}

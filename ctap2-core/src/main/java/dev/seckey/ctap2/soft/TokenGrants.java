package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.ClientPinResponse;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which permissions this key grants to whom, and the tokens that carry them (CTAP 2.3 §6.5.5.7). */
final class TokenGrants {
    private static final int MAKE_AND_GET = Permission.MAKE_CREDENTIAL.bit() | Permission.GET_ASSERTION.bit();
    private static final int READ_ONLY = Permission.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY.bit();
    private static final int DEFINED = Permission.bits(EnumSet.allOf(Permission.class));

    private final KeyState state;

    TokenGrants(KeyState state) {
        this.state = state;
    }

    /** @param permissions bits, as they came; those that mean nothing are passed over */
    void checkForPin(int permissions) {
        boolean noMakeAndGet = state.profile.has(Feature.NO_MC_GA_WITH_CLIENT_PIN);
        check(permissions, Permission.bits(known()) & ~(noMakeAndGet ? MAKE_AND_GET : 0));
    }

    void checkForUv(int permissions) {
        Set<Permission> granted = known();
        if (!state.profile.has(Feature.UV_BIO_ENROLL)) {
            granted.remove(Permission.BIO_ENROLLMENT);
        }
        if (!state.profile.has(Feature.UV_CONFIG)) {
            granted.remove(Permission.AUTHENTICATOR_CONFIGURATION);
        }
        check(permissions, Permission.bits(granted));
    }

    private static void check(int permissions, int granted) {
        if (permissions == 0) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
        int asked = permissions & DEFINED;
        boolean mixed = (asked & READ_ONLY) != 0 && asked != READ_ONLY;
        if ((asked & ~granted) != 0 || mixed) {
            throw new AuthenticatorFault(CtapStatus.UNAUTHORIZED_PERMISSION);
        }
    }

    private Set<Permission> known() {
        Set<Permission> known = EnumSet.of(Permission.MAKE_CREDENTIAL, Permission.GET_ASSERTION);
        addIf(Feature.CREDENTIAL_MANAGEMENT, Permission.CREDENTIAL_MANAGEMENT, known);
        addIf(Feature.CREDENTIAL_MANAGEMENT_PREVIEW, Permission.CREDENTIAL_MANAGEMENT, known);
        addIf(Feature.FINGERPRINT, Permission.BIO_ENROLLMENT, known);
        addIf(Feature.FINGERPRINT_PREVIEW, Permission.BIO_ENROLLMENT, known);
        addIf(Feature.LARGE_BLOBS, Permission.LARGE_BLOB_WRITE, known);
        addIf(Feature.AUTHENTICATOR_CONFIG, Permission.AUTHENTICATOR_CONFIGURATION, known);
        addIf(Feature.PERSISTENT_TOKEN, Permission.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY, known);
        return known;
    }

    private void addIf(Feature feature, Permission permission, Set<Permission> known) {
        if (state.profile.has(feature)) {
            known.add(permission);
        }
    }

    /** Only mc and ga where tokens have permissions, or nothing if a PIN does not open these; else everything. */
    CborMap legacy(PinUvAuthProtocol protocol, Secret shared) {
        int modern = state.profile.has(Feature.NO_MC_GA_WITH_CLIENT_PIN) ? 0 : MAKE_AND_GET;
        int permissions = state.profile.has(Feature.PIN_UV_AUTH_TOKEN) ? modern : Permission.bits(known());
        return token(protocol, shared, permissions, Optional.empty(), false);
    }

    CborMap token(
            PinUvAuthProtocol protocol, Secret shared, int permissions, Optional<String> rpId, boolean userPresent) {
        int granted = permissions & DEFINED;
        Secret issued = granted == READ_ONLY
                ? state.persistentToken.lend()
                : state.token.issue(protocol.number(), granted, rpId, userPresent);
        return CborMap.builder()
                .put(
                        ClientPinResponse.PIN_UV_AUTH_TOKEN,
                        protocol.encrypt(shared, issued.expose(), state.environment.random()))
                .build();
    }
}

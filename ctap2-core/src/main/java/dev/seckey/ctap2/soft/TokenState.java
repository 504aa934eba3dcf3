package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import dev.seckey.ctap2.transport.Ticker;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/**
 * The PIN/UV auth token and what it may be used for (CTAP 2.3 §6.5.2.1). One token serves both protocols, since only
 * one is ever in use.
 */
final class TokenState {
    private static final int TOKEN_SIZE = 32;
    private static final long FIRST_USE_LIMIT_NANOS = 30_000_000_000L;
    private static final long LIFE_LIMIT_NANOS = 600_000_000_000L;

    private final Environment environment;
    private Secret token = Secret.taking(new byte[TOKEN_SIZE]);
    private boolean inUse;
    private boolean used;
    private long issuedAt;
    private int protocol;
    private int permissions;
    private Optional<String> rpId = Optional.empty();
    private boolean userVerified;

    TokenState(Environment environment) {
        this.environment = environment;
        renew(environment.random());
    }

    /** Makes every earlier token worthless. */
    private void renew(SecureRandom random) {
        token.close();
        byte[] bytes = new byte[TOKEN_SIZE];
        random.nextBytes(bytes);
        token = Secret.taking(bytes);
        stopUsing();
    }

    void stopUsing() {
        inUse = false;
        used = false;
        permissions = 0;
        rpId = Optional.empty();
        userVerified = false;
    }

    void invalidate() {
        renew(environment.random());
    }

    /** A new token for use with this protocol; the live secret is lent for encryption only. */
    Secret issue(int forProtocol, int withPermissions, Optional<String> forRpId) {
        renew(environment.random());
        inUse = true;
        issuedAt = environment.ticker().nanos();
        protocol = forProtocol;
        permissions = withPermissions;
        rpId = forRpId;
        userVerified = true;
        return token;
    }

    /**
     * Checks that the sender holds the token, that the token allows this, and that it is for this relying party, which
     * it is bound to from now on if it was bound to none.
     *
     * @throws AuthenticatorFault PIN_AUTH_INVALID otherwise
     */
    void check(PinUvAuth auth, byte[] message, Permission permission, String forRpId) {
        expire();
        PinUvAuthProtocol used = PinUvAuthProtocol.of(auth.protocol())
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.INVALID_PARAMETER));
        boolean holds = inUse
                && auth.protocol() == protocol
                && used.verify(token, message, auth.param())
                && (permissions & permission.bit()) != 0
                && rpId.map(forRpId::equals).orElse(true)
                && userVerified;
        if (!holds) {
            throw new AuthenticatorFault(CtapStatus.PIN_AUTH_INVALID);
        }
        this.used = true;
        rpId = Optional.of(forRpId);
    }

    /** After a touch (CTAP 2.3 §6.1.2 step 14): what the token proved is used up, but for writing large blobs. */
    void clearAfterTouch() {
        userVerified = false;
        permissions &= Permission.bits(Set.of(Permission.LARGE_BLOB_WRITE));
    }

    private void expire() {
        Ticker ticker = environment.ticker();
        long age = ticker.nanos() - issuedAt;
        if (inUse && (age > LIFE_LIMIT_NANOS || !used && age > FIRST_USE_LIMIT_NANOS)) {
            stopUsing();
        }
    }
}

package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
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
    private boolean userPresent;
    private long serial;

    TokenState(Environment environment) {
        this.environment = environment;
        renew(environment.random());
    }

    /** Makes every earlier token worthless. */
    private void renew(SecureRandom random) {
        token.close();
        token = Secret.random(random, TOKEN_SIZE);
        serial++;
        stopUsing();
    }

    /** Tells this token from those before it. */
    long serial() {
        return serial;
    }

    /** Whether the token with this serial can still be used: what it began ends with it (CTAP 2.3 §6). */
    boolean lives(long earlier) {
        expire();
        return inUse && serial == earlier;
    }

    void stopUsing() {
        inUse = false;
        used = false;
        permissions = 0;
        rpId = Optional.empty();
        userVerified = false;
        userPresent = false;
    }

    void invalidate() {
        renew(environment.random());
    }

    /**
     * A new token for use with this protocol; the live secret is lent for encryption only.
     *
     * @param present whether the user touched the key to get it, as on a fingerprint sensor
     */
    Secret issue(int forProtocol, int withPermissions, Optional<String> forRpId, boolean present) {
        renew(environment.random());
        inUse = true;
        issuedAt = environment.ticker().nanos();
        protocol = forProtocol;
        permissions = withPermissions;
        rpId = forRpId;
        userVerified = true;
        userPresent = present;
        return token;
    }

    /**
     * Checks that the sender holds the token, that the token allows this, and that it is for this relying party, which
     * it is bound to from now on if it was bound to none.
     *
     * @throws AuthenticatorFault PIN_AUTH_INVALID otherwise
     */
    void check(PinUvAuth auth, byte[] message, Permission permission, String forRpId) {
        check(auth, message, permission);
        if (!userVerified || !isFor(forRpId)) {
            throw new AuthenticatorFault(CtapStatus.PIN_AUTH_INVALID);
        }
        rpId = Optional.of(forRpId);
    }

    /** The same for what belongs to no relying party. */
    void check(PinUvAuth auth, byte[] message, Permission permission) {
        if (!allows(auth, message, permission)) {
            throw new AuthenticatorFault(CtapStatus.PIN_AUTH_INVALID);
        }
    }

    boolean allows(PinUvAuth auth, byte[] message, Permission permission) {
        expire();
        PinUvAuthProtocol proved = PinUvAuthProtocol.of(auth.protocol())
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.INVALID_PARAMETER));
        boolean holds = inUse
                && auth.protocol() == protocol
                && proved.verify(token, message, auth.param())
                && (permissions & permission.bit()) != 0;
        used |= holds;
        return holds;
    }

    boolean isBound() {
        return rpId.isPresent();
    }

    private boolean isFor(String id) {
        return rpId.map(id::equals).orElse(true);
    }

    /** @param rpIdHash 32 bytes */
    boolean isFor(Bytes rpIdHash) {
        return rpId.map(id -> Bytes.utf8(id).sha256().equals(rpIdHash)).orElse(true);
    }

    /** Whether the touch that got the token still counts (CTAP 2.3 §6.5.2.1). */
    boolean userPresent() {
        expire();
        return userPresent && environment.ticker().nanos() - issuedAt <= FIRST_USE_LIMIT_NANOS;
    }

    /** After a touch (CTAP 2.3 §6.1.2 step 14): what the token proved is used up, but for writing large blobs. */
    void clearAfterTouch() {
        userVerified = false;
        userPresent = false;
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

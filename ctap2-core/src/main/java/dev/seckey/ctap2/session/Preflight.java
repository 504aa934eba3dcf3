package dev.seckey.ctap2.session;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * Finds, without a touch, which of many credentials is on the key, in lists no longer than the key takes (CTAP 2.3
 * §7.2). What the key cannot hold is not asked for.
 */
public final class Preflight {
    /** Nobody keeps what is signed here. */
    private static final Bytes NO_CLIENT_DATA = Bytes.of(new byte[32]);

    private final Ctap2 session;
    private final Optional<PinUvAuthToken> token;

    /**
     * @param token with the permission getAssertion: without it credentials that need user verification stay unseen.
     *     It stays good, since nobody touches the key
     */
    public Preflight(Ctap2 session, Optional<PinUvAuthToken> token) {
        this.session = session;
        this.token = token;
    }

    /** Those that may be this key's: of a type and a length that it has. Hints on transports go, some keys mind them. */
    public static List<CredentialDescriptor> plausible(AuthenticatorInfo info, List<CredentialDescriptor> all) {
        int longest = info.members().get(AuthenticatorInfo.MAX_CREDENTIAL_ID_LENGTH, Integer.MAX_VALUE);
        return all.stream()
                .filter(CredentialDescriptor::isPublicKey)
                .filter(each -> each.id().size() <= longest)
                .map(each -> CredentialDescriptor.of(each.id()))
                .toList();
    }

    /** The first of these that the key has for this relying party. */
    public Optional<CredentialDescriptor> find(String rpId, List<CredentialDescriptor> candidates) {
        int most = session.info().members().get(AuthenticatorInfo.MAX_CREDENTIAL_COUNT_IN_LIST, 1);
        for (int at = 0; at < candidates.size(); at += most) {
            Optional<CredentialDescriptor> found =
                    ask(rpId, candidates.subList(at, Math.min(at + most, candidates.size())));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<CredentialDescriptor> ask(String rpId, List<CredentialDescriptor> some) {
        GetAssertion silent = GetAssertion.of(rpId, NO_CLIENT_DATA, some).with(CredentialOptions.NONE.withUp(false));
        try {
            Assertion found = session.send(token.map(held -> silent.with(held.authenticate(NO_CLIENT_DATA)))
                    .orElse(silent));
            return found.credential()
                    .map(each -> CredentialDescriptor.of(each.id()))
                    .or(() -> Optional.of(some.get(0)));
        } catch (AuthenticatorFault e) {
            return switch (e.status()) {
                case NO_CREDENTIALS, INVALID_CREDENTIAL -> Optional.empty();
                case REQUEST_TOO_LARGE -> askInHalves(rpId, some);
                default -> throw e;
            };
        } catch (MalformedFault e) {
            if (e.status() != CtapStatus.REQUEST_TOO_LARGE) {
                throw e;
            }
            return askInHalves(rpId, some);
        }
    }

    /** An id that is too large on its own cannot be the key's. */
    private Optional<CredentialDescriptor> askInHalves(String rpId, List<CredentialDescriptor> some) {
        int half = some.size() / 2;
        return half == 0
                ? Optional.empty()
                : ask(rpId, some.subList(0, half)).or(() -> ask(rpId, some.subList(half, some.size())));
    }
}

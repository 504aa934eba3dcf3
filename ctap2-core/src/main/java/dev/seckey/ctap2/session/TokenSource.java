package dev.seckey.ctap2.session;

import dev.seckey.ctap2.model.Permission;
import java.util.Optional;
import java.util.Set;

/**
 * Where tokens come from. The person is asked for what it takes before a token is fetched and never between getting one
 * and using it, and each touch wants a new one (CTAP 2.3 §6.5.2.1).
 */
@FunctionalInterface
public interface TokenSource {
    /**
     * A fresh token, to be used at once; the caller closes it.
     *
     * @param rpId absent where the token is for all relying parties
     * @throws dev.seckey.ctap2.fault.PinFault if there is none to be had
     */
    PinUvAuthToken token(Set<Permission> permissions, Optional<String> rpId);
}

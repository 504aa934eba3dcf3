package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.transport.Transport;
import java.util.Optional;

/**
 * All that was collected from one key.
 *
 * @param product as the bus or the reader names it
 * @param info what the key said of itself; absent if it speaks only U2F
 * @param pinRetries absent if the key has no PIN
 */
public record Evidence(
        Transport transport,
        String product,
        Optional<AuthenticatorInfo> info,
        Optional<PinRetries> pinRetries,
        Proof proof) {
    public Evidence with(Proof other) {
        return new Evidence(transport, product, info, pinRetries, other);
    }
}

package dev.seckey.cli.pin;

import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.session.PinRules;
import dev.seckey.ctap2.session.PinUv;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What can be told of a key's PIN without trying one.
 *
 * @param set absent if the key cannot have a PIN
 * @param retries absent where no PIN is set
 * @param fingerprintRetries absent where no built-in user verification is set up
 */
public record PinState(
        Optional<Boolean> set,
        PinRules rules,
        boolean changeForced,
        Optional<PinRetries> retries,
        Optional<Integer> fingerprintRetries) {

    /** @param pinUv asked for only if the key can have a PIN or a fingerprint */
    public static PinState read(Ctap2 session, Supplier<PinUv> pinUv) {
        AuthenticatorInfo info = session.info();
        boolean fingerprint = info.has(Option.USER_VERIFICATION) && info.has(Option.PIN_UV_AUTH_TOKEN);
        return new PinState(
                info.option(Option.CLIENT_PIN),
                PinRules.of(info),
                info.forcePinChange(),
                info.has(Option.CLIENT_PIN) ? Optional.of(pinUv.get().retries()) : Optional.empty(),
                fingerprint ? Optional.of(pinUv.get().uvRetries()) : Optional.empty());
    }
}

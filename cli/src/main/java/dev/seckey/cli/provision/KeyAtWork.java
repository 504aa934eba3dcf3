package dev.seckey.cli.provision;

import dev.seckey.cli.keys.KeyOpener.Recognised;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.Configuration;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.session.PinUvAuthToken;
import dev.seckey.ctap2.yubico.DeviceInfo;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/** One key while it is set up: open, and opened again where something has closed it. Belongs to one thread. */
final class KeyAtWork implements AutoCloseable {
    private final Bay bay;
    private final SecureRandom random;
    private Optional<OpenKey> open = Optional.empty();
    private Optional<DeviceInfo> yubiKey = Optional.empty();

    KeyAtWork(Bay bay, SecureRandom random) {
        this.bay = bay;
        this.random = random;
    }

    Bay bay() {
        return bay;
    }

    /** Asks it everything once more, as if it had just been plugged in. */
    OpenKey look() {
        close();
        Recognised found = bay.recognise();
        yubiKey = found.yubiKey();
        open = Optional.of(found.key());
        return found.key();
    }

    OpenKey reopen() {
        close();
        open = Optional.of(bay.open());
        return open.get();
    }

    /** Out and in again, by hand; nothing has been sent to it since. */
    OpenKey replugged() {
        OpenKey closed = key();
        close();
        open = Optional.of(bay.replugged(closed));
        return open.get();
    }

    OpenKey key() {
        return open.orElseThrow();
    }

    Optional<DeviceInfo> yubiKey() {
        return yubiKey;
    }

    Ctap2 session() {
        return key().ctap2();
    }

    PinUv pinUv() {
        return PinUv.of(session(), random);
    }

    /** As it said when it was last asked, which is at the look and after each change, and with the tries that it has now. */
    KeyState state() {
        AuthenticatorInfo info = session().info();
        Optional<PinRetries> retries = info.has(Option.CLIENT_PIN) ? Optional.of(pinUv().retries()) : Optional.empty();
        return KeyState.of(info, retries, yubiKey);
    }

    /** The same, where nobody wants to know the tries. */
    KeyState settings() {
        return KeyState.of(session().info(), Optional.empty(), yubiKey);
    }

    /** @param pin for the changes that want one */
    Configuration configuration(Optional<Pin> pin) {
        return new Configuration(session(), () -> token(pin.orElseThrow()));
    }

    private PinUvAuthToken token(Pin pin) {
        return pinUv().token(pin, Set.of(Permission.AUTHENTICATOR_CONFIGURATION), Optional.empty(), false);
    }

    @Override
    public void close() {
        open.ifPresent(OpenKey::close);
        open = Optional.empty();
    }
}

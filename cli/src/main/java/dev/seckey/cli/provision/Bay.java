package dev.seckey.cli.provision;

import dev.seckey.cli.keys.KeyOpener;
import dev.seckey.cli.keys.KeyOpener.Recognised;
import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.keys.OpenManagement;
import dev.seckey.cli.reset.Replugging;
import dev.seckey.transports.KeyRef;
import java.util.Optional;

/** Where one key lies, and the ways to it. */
public final class Bay {
    private final KeyRef ref;
    private final boolean simulated;
    private final KeyOpener opener;
    private final Replugging replugging;

    /** @param simulated whether only simulated keys lie there */
    public Bay(KeyRef ref, boolean simulated, KeyOpener opener, Replugging replugging) {
        this.ref = ref;
        this.simulated = simulated;
        this.opener = opener;
        this.replugging = replugging;
    }

    public KeyRef ref() {
        return ref;
    }

    boolean isSimulated() {
        return simulated;
    }

    /** The caller closes it. */
    OpenKey open() {
        return opener.open(ref);
    }

    /** Asked as a YubiKey too. */
    Recognised recognise() {
        return opener.recognise(ref);
    }

    /** The caller closes it. On a reader nothing else may be open. */
    OpenManagement openManagement() {
        return opener.openManagement(Optional.of(KeySelector.parse(ref.selector())));
    }

    /** @param key closed */
    OpenKey replugged(OpenKey key) {
        return replugging.again(key);
    }
}

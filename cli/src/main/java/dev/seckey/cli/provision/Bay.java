package dev.seckey.cli.provision;

import dev.seckey.cli.keys.KeyOpener;
import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.keys.OpenManagement;
import dev.seckey.cli.reset.Replugging;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.yubico.DeviceInfo;
import dev.seckey.transports.KeyRef;
import java.util.Optional;
import java.util.Set;

/** Where one key lies, and the ways to it. */
public final class Bay {
    private static final int YUBICO = 0x1050;

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

    /** The caller closes it. On a reader nothing else may be open. */
    OpenManagement openManagement() {
        return opener.openManagement(Optional.of(KeySelector.parse(ref.selector())));
    }

    /** @param key closed */
    OpenKey replugged(OpenKey key) {
        return replugging.again(key);
    }

    /** What it says as a YubiKey; a USB key of another maker is not asked. */
    Optional<DeviceInfo> yubiKey() {
        boolean mayBe = ref.transport() == Transport.NFC || ref.vendorId().orElse(0) == YUBICO;
        if (!mayBe) {
            return Optional.empty();
        }
        try (OpenManagement key = openManagement()) {
            return Optional.of(key.management().read());
        } catch (Fault e) {
            if (Set.of(Reason.UNSUPPORTED, Reason.MALFORMED).contains(e.reason())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

package dev.seckey.cli.provision.plan;

import dev.seckey.cli.policy.ProvisionRules;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.yubico.Application;
import dev.seckey.ctap2.yubico.DeviceInfo;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the policy wants of a YubiKey beside FIDO; of other keys it wants nothing. */
public final class YubiKeySteps {
    private YubiKeySteps() {}

    /** The applications come first: a key whose USB interfaces change detaches and comes back. */
    static Optional<Step> before(ProvisionRules.YubiKey wanted, KeyState key) {
        List<String> parts = new ArrayList<>();
        for (Transport over : Transport.values()) {
            change(wanted, key, over)
                    .ifPresent(after -> parts.add("over " + over.name() + ": "
                            + Application.titles(key.yubiKey().orElseThrow().enabled(over)) + ", becomes "
                            + Application.titles(after)));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Step.of(StepId.YUBIKEY_APPLICATIONS, "applications " + String.join("; ", parts)));
    }

    /** The restriction comes last: over NFC the key is out of reach afterwards. */
    static Optional<Step> after(ProvisionRules.YubiKey wanted, KeyState key) {
        return wanted.nfcRestricted()
                        && key.yubiKey()
                                .filter(info -> info.hasNfc() && !info.isNfcRestricted())
                                .isPresent()
                ? Optional.of(Step.of(StepId.NFC_RESTRICTION, "NFC will be off until the key is plugged in"))
                : Optional.empty();
    }

    /** All that shall be enabled over this transport, if that is other than now. */
    public static Optional<Set<Application>> change(ProvisionRules.YubiKey wanted, KeyState key, Transport over) {
        return key.yubiKey()
                .flatMap(info -> wanted(wanted, over)
                        .filter(after -> !after.equals(info.enabled(over)))
                        .filter(after -> over == Transport.USB || info.hasNfc()));
    }

    /** Why this cannot be. */
    static Optional<String> obstacle(ProvisionRules.YubiKey wanted, DeviceInfo info) {
        for (Transport over : Transport.values()) {
            Set<Application> lacking = EnumSet.noneOf(Application.class);
            wanted(wanted, over).ifPresent(lacking::addAll);
            lacking.removeAll(info.supported(over));
            if (!lacking.isEmpty() && (over == Transport.USB || info.hasNfc())) {
                return Optional.of("it does not have " + Application.titles(lacking) + " over " + over.name());
            }
        }
        boolean tooOld = info.hasNfc() && info.pinComplexity().isEmpty();
        return wanted.nfcRestricted() && tooOld
                ? Optional.of("it cannot restrict NFC (firmware 5.7 and later can)")
                : Optional.empty();
    }

    private static Optional<Set<Application>> wanted(ProvisionRules.YubiKey wanted, Transport over) {
        return over == Transport.USB ? wanted.usb() : wanted.nfc();
    }
}

package dev.seckey.cli.provision;

import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.keys.OpenManagement;
import dev.seckey.cli.policy.ProvisionRules;
import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.cli.provision.plan.Step;
import dev.seckey.cli.provision.plan.YubiKeySteps;
import dev.seckey.cli.reset.ResetPlan;
import dev.seckey.cli.reset.YubiKeyGuard;
import dev.seckey.cli.yubikey.Reconfiguration;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.Change;
import dev.seckey.ctap2.session.Configuration;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.yubico.DeviceConfig;
import dev.seckey.ctap2.yubico.DeviceInfo;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the changes of a plan, each sent once and read back. */
final class Work {
    private final KeyAtWork key;
    private final ProvisionRules rules;
    private final Supplier<Deadline> patience;
    private final Attendant attendant;

    /** @param patience for a key that detaches and comes back */
    Work(KeyAtWork key, ProvisionRules rules, Supplier<Deadline> patience, Attendant attendant) {
        this.key = key;
        this.rules = rules;
        this.patience = patience;
        this.attendant = attendant;
    }

    /** @param pin the one that is set, or will be */
    void apply(Step step, KeyState state, Optional<Pin> pin) {
        switch (step.id()) {
            case RESET -> reset();
            case YUBIKEY_APPLICATIONS ->
                manage(new DeviceConfig(
                        YubiKeySteps.change(rules.yubikey(), state, Transport.USB),
                        YubiKeySteps.change(rules.yubikey(), state, Transport.NFC),
                        false,
                        Optional.empty(),
                        YubiKeySteps.change(rules.yubikey(), state, Transport.USB)
                                .isPresent()));
            case NFC_RESTRICTION ->
                manage(new DeviceConfig(Optional.empty(), Optional.empty(), true, Optional.empty(), false));
            case SET_PIN -> setPin(pin.orElseThrow());
            case ENTERPRISE_ATTESTATION, LONG_TOUCH, MIN_PIN_LENGTH, ALWAYS_UV, FORCE_PIN_CHANGE ->
                change(step, key.configuration(pin)).ifPresent(Change::apply);
            case PROVE -> throw new IllegalArgumentException("a proof changes nothing");
        }
    }

    private Optional<Change> change(Step step, Configuration configuration) {
        return switch (step.id()) {
            case ENTERPRISE_ATTESTATION -> configuration.enterpriseAttestation();
            case LONG_TOUCH -> configuration.longTouchForReset();
            case MIN_PIN_LENGTH -> {
                int now = key.session().info().minPinLength();
                yield configuration.pinRules(
                        Math.max(now, rules.minPinLength().orElse(now)),
                        rules.minPinLengthRpIds(),
                        rules.pinComplexity());
            }
            case ALWAYS_UV -> configuration.alwaysUv(rules.alwaysUv().orElseThrow());
            default -> configuration.forcePinChange();
        };
    }

    /** Without a forced change nothing else shows that the PIN is the one that was stored. */
    private void setPin(Pin pin) {
        key.pinUv().set(pin);
        if (!rules.forcePinChange()) {
            key.pinUv().verify(pin, false);
        }
    }

    /** The person is told when to pull it out, plug it in and touch it. */
    void reset() {
        key.yubiKey().ifPresent(YubiKeyGuard::requireResettable);
        ResetPlan plan = ResetPlan.of(key.session().info(), key.key().device().transport());
        attendant.touching(key.bay().ref(), () -> {
            OpenKey again = key.replugged();
            plan.requireSame(again.ctap2().info());
            attendant.say(
                    key.bay().ref(),
                    plan.wantsLongTouch()
                            ? "hold the touch until the key stops blinking"
                            : "touch it within " + ResetPlan.WINDOW_SECONDS + " seconds");
            return plan.perform(again.ctap2());
        });
    }

    private void manage(DeviceConfig change) {
        key.close();
        try (OpenManagement management = key.bay().openManagement()) {
            DeviceInfo before = management.management().read();
            new Reconfiguration(key.bay()::openManagement, Sleeper.SYSTEM, patience.get())
                    .apply(management, before, change);
        }
        key.reopen();
    }
}

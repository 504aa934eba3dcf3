package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.KeyOpener;
import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.keys.OpenManagement;
import dev.seckey.cli.output.ResetResult;
import dev.seckey.cli.reset.Replugging;
import dev.seckey.cli.reset.ResetPlan;
import dev.seckey.cli.reset.YubiKeyGuard;
import dev.seckey.cli.terminal.Countdown;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.yubico.DeviceInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "reset",
        description = {
            "Bring a key back to the state in which it left the factory. Everything on it is deleted.",
            "A key takes a reset only just after it is plugged in: you are told when to pull it out, plug it in and"
                    + " touch it."
        },
        footer = {
            "",
            "Exit codes: 0 reset, 3 no key, several, or another one, 5 you said no, or did not touch or replug it in"
                    + " time, 6 the key refused, 7 it cannot, or not over this transport."
        })
final class ResetCommand implements Action {
    private static final int YUBICO = 0x1050;

    private final Context context;

    @Mixin
    private ConsentOptions consent = new ConsentOptions();

    ResetCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Prompts prompts = context.prompts();
        KeyOpener opener = context.opener();
        OpenKey key = opener.open(context.selector());
        try (key) {
            key.session().ifPresent(Ctap2::info);
        }
        yubiKey(opener, key).ifPresent(YubiKeyGuard::requireResettable);
        ResetPlan plan = ResetPlan.of(key.ctap2().info(), key.device().transport());
        if (consent.dryRun()) {
            context.output().print("reset", new ResetResult(key, plan, Optional.empty()));
            return ExitCode.DONE;
        }
        prompts.say("a reset of " + key.product() + " (" + key.selector() + ") deletes for good:");
        plan.losses().forEach(loss -> prompts.say("  - " + loss));
        consent.consent(context).require("Nobody can bring any of it back.");
        try (OpenKey again = replugging(opener).again(key)) {
            Deadline window =
                    Deadline.after(context.surroundings().ticker(), Duration.ofSeconds(ResetPlan.WINDOW_SECONDS));
            plan.requireSame(again.ctap2().info());
            long seconds = window.remainingMillis() / 1000;
            prompts.say(
                    plan.wantsLongTouch()
                            ? "begin within " + seconds + " seconds, and hold the touch until the key stops blinking"
                            : "you have " + seconds + " seconds");
            AuthenticatorInfo now = perform(plan, again.ctap2(), window);
            context.output().print("reset", new ResetResult(again, plan, Optional.of(now)));
            return ExitCode.DONE;
        }
    }

    private AuthenticatorInfo perform(ResetPlan plan, Ctap2 session, Deadline window) {
        if (!context.surroundings().screen().showsErr()) {
            return plan.perform(session);
        }
        try (Countdown ignored = new Countdown(context.prompts(), window, Sleeper.SYSTEM).start()) {
            return plan.perform(session);
        }
    }

    /** What a YubiKey says of itself. On USB other makers' keys may mean something else by that command: not asked. */
    private Optional<DeviceInfo> yubiKey(KeyOpener opener, OpenKey key) {
        if (key.simulated() || key.device().transport() == Transport.USB && !isYubicos(key)) {
            return Optional.empty();
        }
        try (OpenManagement open = opener.openManagement(Optional.of(KeySelector.parse(key.selector())))) {
            return Optional.of(open.management().read());
        } catch (Fault e) {
            if (e.reason() == Reason.UNSUPPORTED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isYubicos(OpenKey key) {
        return context.keys().list().present().stream()
                .filter(ref -> ref.selector().equals(key.selector()))
                .anyMatch(ref -> ref.vendorId().equals(OptionalInt.of(YUBICO)));
    }

    private Replugging replugging(KeyOpener opener) {
        return new Replugging(
                context.keys(),
                opener,
                context.prompts(),
                context.surroundings().cancel(),
                context::deadline,
                Sleeper.SYSTEM);
    }
}

package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.KeyOpener;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.ResetResult;
import dev.seckey.cli.reset.Replugging;
import dev.seckey.cli.reset.ResetPlan;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Sleeper;
import java.time.Duration;
import java.util.Optional;
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
        ResetPlan plan;
        try (key) {
            plan = ResetPlan.of(key.ctap2().info(), key.device().transport());
        }
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
            plan.requireSame(again);
            long seconds = window.remainingMillis() / 1000;
            prompts.say(
                    plan.wantsLongTouch()
                            ? "begin within " + seconds + " seconds, and hold the touch until the key stops blinking"
                            : "you have " + seconds + " seconds");
            AuthenticatorInfo now = plan.perform(again.ctap2());
            context.output().print("reset", new ResetResult(again, plan, Optional.of(now)));
            return ExitCode.DONE;
        }
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

package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.SettingResult;
import dev.seckey.cli.output.SettingResult.Outcome;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.session.Change;
import dev.seckey.ctap2.session.Configuration;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinUvAuthToken;
import dev.seckey.ctap2.session.UserVerification;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** What all commands that change a setting have in common: look, ask, change, read back, say. */
final class SettingOptions {
    @Mixin
    private ProtocolOption protocol = new ProtocolOption();

    @Mixin
    private PinOptions pin = new PinOptions();

    @Mixin
    private ConsentOptions consent = new ConsentOptions();

    /** The word that stands after a setting which can only be switched on. */
    static void requireEnable(String word) {
        if (!word.equals("enable")) {
            throw new UsageException("\"" + word + "\" is not \"enable\"", "only a reset switches it off again");
        }
    }

    /**
     * @param setting its name on the command line
     * @param find looks whether there is anything to change
     * @param note what to say if there is
     */
    ExitCode run(
            Context context, String setting, Function<Configuration, Optional<Change>> find, Optional<String> note) {
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            Optional<Change> change = find.apply(new Configuration(session, () -> token(context, session)));
            Outcome outcome = Outcome.UNCHANGED;
            if (change.isPresent()) {
                if (consent.dryRun()) {
                    outcome = Outcome.WOULD_CHANGE;
                } else {
                    askFor(context, change.get());
                    change.get().apply();
                    outcome = Outcome.CHANGED;
                }
            }
            Optional<String> said = note.filter(ignored -> change.isPresent())
                    .or(() -> Optional.of("the key now wants a new PIN before anything else: seckey pin change")
                            .filter(ignored -> session.info().forcePinChange()));
            context.output()
                    .print(
                            "config " + setting,
                            new SettingResult(key, setting, outcome, change.map(Change::description), said));
            return ExitCode.DONE;
        }
    }

    /** Only what cannot be taken back is asked about. */
    private void askFor(Context context, Change change) {
        context.prompts().say(change.description());
        if (change.permanent()) {
            consent.consent(context).require("Only a reset, which deletes everything on the key, can take this back.");
        }
    }

    private PinUvAuthToken token(Context context, Ctap2 session) {
        return new UserVerification(
                        protocol.pinUv(context, session), session.info(), pin.talk(context), pin.useLastRetry())
                .token(Set.of(Permission.AUTHENTICATOR_CONFIGURATION), Optional.empty());
    }
}

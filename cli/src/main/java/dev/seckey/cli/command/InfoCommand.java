package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.InfoResult;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.session.PinUv;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(name = "info", description = "Show everything that a key says of itself, decoded and explained.")
final class InfoCommand implements Action {
    private final Context context;

    InfoCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Optional<AuthenticatorInfo> info = key.session().map(Ctap2::info);
            Optional<PinRetries> retries = key.session()
                    .filter(session -> session.info().has(Option.CLIENT_PIN))
                    .map(session -> PinUv.of(
                                    session, context.surroundings().random().get())
                            .retries());
            Optional<String> model = info.flatMap(
                            known -> context.models(key.simulated()).find(known.aaguid()))
                    .map(found -> found.entry().name());
            context.output().print("info", new InfoResult(key, info, retries, model));
            return ExitCode.DONE;
        }
    }
}

package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.FingerprintSensorResult;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.Fingerprints;
import picocli.CommandLine.Command;

@Command(name = "info", description = "Say what the key's fingerprint sensor is. Needs no PIN.")
final class FingerprintInfoCommand implements Action {
    private final Context context;

    FingerprintInfoCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            Fingerprints fingerprints = new Fingerprints(session);
            boolean preview = session.info().option(Option.BIO_ENROLL).isEmpty();
            boolean enrolled = session.info().has(preview ? Option.BIO_ENROLL_PREVIEW : Option.BIO_ENROLL);
            context.output()
                    .print(
                            "fingerprint info",
                            new FingerprintSensorResult(
                                    fingerprints.modality(),
                                    fingerprints.sensor(),
                                    enrolled,
                                    preview,
                                    key.simulated()));
            return ExitCode.DONE;
        }
    }
}

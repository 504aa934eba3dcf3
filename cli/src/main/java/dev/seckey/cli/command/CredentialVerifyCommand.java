package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.credential.CeremonyCheck;
import dev.seckey.cli.credential.Finding;
import dev.seckey.cli.credential.Octets;
import dev.seckey.cli.output.CeremonyCheckResult;
import dev.seckey.ctap2.client.CeremonyResponse;
import dev.seckey.ctap2.client.CeremonyResponse.Authenticated;
import dev.seckey.ctap2.client.CeremonyResponse.Registered;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = {
            "Check a registration or an assertion, without a key and without a network.",
            "The file holds RegistrationResponseJSON or AuthenticationResponseJSON, or what create and assert print"
                    + " with --json."
        },
        footer = {"", "Exit codes: 0 valid, 1 not valid, 9 cannot tell (the model is not in the metadata, say)."})
final class CredentialVerifyCommand implements Action {
    private final Context context;

    @Option(
            names = "--registration",
            paramLabel = "FILE",
            description = "The registration of the credential that made an assertion.")
    private Optional<String> registration = Optional.empty();

    @Option(names = "--challenge", paramLabel = "OCTETS", description = "What the relying party sent.")
    private Optional<String> challenge = Optional.empty();

    @Option(names = "--origin", paramLabel = "ORIGIN", description = "Where it must have been made.")
    private Optional<String> origin = Optional.empty();

    @Option(names = "--rp", paramLabel = "ID", description = "The relying party, if not the origin's host.")
    private Optional<String> rp = Optional.empty();

    @Option(names = "--uv", description = "The user must have been verified.")
    private boolean userVerified;

    @Option(names = "--trust-simulated", description = "Accept the models of seckey's own simulated keys.")
    private boolean trustSimulated;

    @Parameters(paramLabel = "FILE", description = "The response; - for standard input.")
    private String file;

    CredentialVerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        CeremonyResponse response = read(file);
        CeremonyCheck check = new CeremonyCheck(
                new CeremonyCheck.Expected(
                        challenge.map(text -> Octets.parse("--challenge", text)), origin, rp, userVerified),
                context.models(trustSimulated),
                context.now());
        CeremonyCheckResult result;
        if (response instanceof Registered registered) {
            result = new CeremonyCheckResult("registration", check.registration(registered));
        } else {
            List<Finding> findings = check.assertion((Authenticated) response, registered());
            result = new CeremonyCheckResult("assertion", findings);
        }
        context.output().print("credential verify", result);
        return result.answer();
    }

    private Registered registered() {
        String name = registration.orElseThrow(() -> new UsageException(
                "an assertion is checked with the public key of its credential",
                "name the file of the registration with --registration"));
        if (read(name) instanceof Registered registered) {
            return registered;
        }
        throw new UsageException(name + " holds no registration");
    }

    private CeremonyResponse read(String name) {
        return CeremonyFile.read(name, context.surroundings().in()).parse(CeremonyResponse::parse);
    }
}

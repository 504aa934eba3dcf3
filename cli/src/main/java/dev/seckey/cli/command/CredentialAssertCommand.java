package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.credential.AccountChoice;
import dev.seckey.cli.credential.Octets;
import dev.seckey.cli.credential.Salts;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.AuthenticationResult;
import dev.seckey.cli.output.CeremonyJson;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.client.Authentication;
import dev.seckey.ctap2.client.AuthenticationCeremony;
import dev.seckey.ctap2.client.Need;
import dev.seckey.ctap2.client.RequestExtensions;
import dev.seckey.ctap2.client.RequestOptions;
import dev.seckey.ctap2.client.U2fCeremony;
import dev.seckey.ctap2.extension.HmacSalts;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.webauthn.ClientData;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "assert",
        description = {
            "Sign in with a credential on the key: an assertion for each account that it has for the relying party.",
            "With --options this is what a browser does: an identity provider's options in, the answer for it out."
        },
        footer = {
            "",
            "Examples:",
            "  seckey credential assert --rp example.org",
            "  seckey credential assert --rp example.org --allow ID --hmac-secret SALT --uv",
            "  seckey credential assert --options request.json --origin https://idp.example.org > response.json"
        })
final class CredentialAssertCommand implements Action {
    private final Context context;

    @Mixin
    private CeremonyOptions ceremony = new CeremonyOptions();

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Option(names = "--allow", paramLabel = "ID", split = ",", description = "One of these credentials.")
    private List<String> allow = List.of();

    @Option(names = "--user", paramLabel = "NAME", description = "The account of this name, where there are several.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--uv", description = "With PIN or fingerprint.")
    private boolean userVerification;

    @Option(names = "--no-up", description = "Without a touch; sites do not take such an answer.")
    private boolean withoutTouch;

    @Option(names = "--cred-blob", description = "Give the credential's blob out.")
    private boolean credBlob;

    @Option(
            names = "--hmac-secret",
            paramLabel = "SALT[,SALT]",
            description = "The key's answers to one or two salts of 32 bytes.")
    private Optional<String> hmacSecret = Optional.empty();

    @Option(
            names = "--prf",
            paramLabel = "TEXT[,TEXT]",
            description = "The same as WebAuthn's prf does it, for one or two inputs.")
    private Optional<String> prf = Optional.empty();

    @Option(names = "--large-blob-key", description = "Give the key to the credential's large blob out.")
    private boolean largeBlobKey;

    @Option(names = "--third-party-payment", description = "Ask whether the credential is good for payments.")
    private boolean thirdPartyPayment;

    CredentialAssertCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        SecureRandom random = context.surroundings().random().get();
        boolean fromFile = ceremony.file().isPresent();
        RequestOptions options = fromFile
                ? ceremony.read(context).parse(json -> RequestOptions.parse(json, ceremony.origin()))
                : described(random);
        ClientData clientData = ClientData.get(options.challenge(), ceremony.origin());
        try (OpenKey key = context.openKey()) {
            List<Authentication> all = authenticate(key, options, clientData, random);
            try {
                print(AccountChoice.named(all, user), fromFile, key.simulated());
            } finally {
                all.forEach(Authentication::close);
            }
            return ExitCode.DONE;
        }
    }

    private void print(List<Authentication> all, boolean fromFile, boolean simulated) {
        if (fromFile) {
            AccountChoice choice = new AccountChoice(context.surroundings().pinPrompt(), context.prompts());
            Authentication signed = choice.one(all);
            signed.largeBlobWritten()
                    .filter(write -> !write.done())
                    .ifPresent(write -> context.prompts().say("note: the large blob was not written: " + write.why()));
            context.output().print(CeremonyJson.authentication(signed));
        } else {
            context.output().print("credential assert", new AuthenticationResult(all, simulated));
        }
    }

    private List<Authentication> authenticate(
            OpenKey key, RequestOptions options, ClientData clientData, SecureRandom random) {
        if (ceremony.isByU2f(key)) {
            ceremony.requireForU2f(options.extensions().equals(RequestExtensions.NONE));
            return List.of(
                    new U2fCeremony(key.device(), Sleeper.SYSTEM, key.exchanges()).authenticate(options, clientData));
        }
        ceremony.requireExtensions(
                options.extensions().missing(key.session().get().info()));
        try (Tokens tokens = context.tokens(key.session().get(), pinOptions)) {
            return new AuthenticationCeremony(key.session().get(), tokens, random).run(options, clientData);
        }
    }

    private RequestOptions described(SecureRandom random) {
        if (hmacSecret.isPresent() && prf.isPresent()) {
            throw new UsageException("--hmac-secret and --prf ask the same thing", "give one of them");
        }
        Optional<HmacSalts> salts =
                hmacSecret.map(text -> Salts.parse("--hmac-secret", text)).or(() -> prf.map(Salts::ofPrf));
        if (withoutTouch && salts.isPresent()) {
            throw new UsageException("the key answers salts only to a touch", "leave --no-up out");
        }
        return new RequestOptions(
                ceremony.rpId(),
                ceremony.challenge(random),
                Octets.descriptors("--allow", allow),
                userVerification ? Need.REQUIRED : Need.DISCOURAGED,
                !withoutTouch,
                new RequestExtensions(
                        credBlob,
                        salts,
                        Map.of(),
                        prf.isPresent(),
                        largeBlobKey,
                        false,
                        Optional.empty(),
                        thirdPartyPayment,
                        Optional.empty()));
    }
}

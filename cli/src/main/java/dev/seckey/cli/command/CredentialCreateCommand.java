package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.credential.Octets;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.CeremonyJson;
import dev.seckey.cli.output.RegistrationResult;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.client.Conveyance;
import dev.seckey.ctap2.client.CreationExtensions;
import dev.seckey.ctap2.client.CreationOptions;
import dev.seckey.ctap2.client.Need;
import dev.seckey.ctap2.client.Registration;
import dev.seckey.ctap2.client.RegistrationCeremony;
import dev.seckey.ctap2.client.U2fCeremony;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.webauthn.ClientData;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "create",
        description = {
            "Make a credential on the key, with a touch, and with the PIN where the key wants it.",
            "With --options this is what a browser does: an identity provider's options in, the answer for it out."
        },
        footer = {
            "",
            "Examples:",
            "  seckey credential create --rp example.org --user alice --rk",
            "  seckey credential create --options creation.json --origin https://idp.example.org > response.json"
        })
final class CredentialCreateCommand implements Action {
    private static final int USER_ID_SIZE = 32;

    private final Context context;

    @Mixin
    private CeremonyOptions ceremony = new CeremonyOptions();

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Mixin
    private CreationExtensionOptions extensions = new CreationExtensionOptions();

    @Option(names = "--rp-name", paramLabel = "NAME", description = "The relying party's name.")
    private Optional<String> rpName = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME", description = "The account's name.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--display-name", paramLabel = "NAME", description = "The person's name.")
    private Optional<String> displayName = Optional.empty();

    @Option(names = "--user-id", paramLabel = "OCTETS", description = "The account's id (random if absent).")
    private Optional<String> userId = Optional.empty();

    @Option(names = "--rk", description = "Discoverable: it stands in the key's memory, and needs no user name.")
    private boolean discoverable;

    @Option(names = "--uv", description = "With PIN or fingerprint, also where the key would do without.")
    private boolean userVerification;

    @Option(names = "--alg", paramLabel = "NAME", split = ",", description = "Algorithms in order of preference.")
    private List<String> algorithms = List.of("ES256", "EdDSA");

    @Option(
            names = "--exclude",
            paramLabel = "ID",
            split = ",",
            description = "Fail if one of these credentials is on the key.")
    private List<String> exclude = List.of();

    @Option(
            names = "--enterprise",
            paramLabel = "1|2",
            description = "Ask for the attestation that names this very key: 1 for relying parties that the key itself"
                    + " lists, 2 for those that we trust.")
    private Optional<Integer> enterprise = Optional.empty();

    @Option(
            names = "--attestation-format",
            paramLabel = "FORMAT",
            split = ",",
            description = "Attestation formats in order of preference: packed, none, fido-u2f.")
    private List<String> formats = List.of();

    CredentialCreateCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        SecureRandom random = context.surroundings().random().get();
        boolean fromFile = ceremony.file().isPresent();
        CreationOptions options = fromFile ? fromFile() : described(random);
        ClientData clientData = ClientData.create(options.challenge(), ceremony.origin());
        try (OpenKey key = context.openKey();
                Registration made = register(key, options, clientData, fromFile, random)) {
            if (fromFile) {
                context.output().print(CeremonyJson.registration(made));
            } else {
                context.output().print("credential create", new RegistrationResult(made, key.simulated()));
            }
            return ExitCode.DONE;
        }
    }

    private Registration register(
            OpenKey key, CreationOptions options, ClientData clientData, boolean lenient, SecureRandom random) {
        if (ceremony.isByU2f(key)) {
            ceremony.requireForU2f(options.extensions().equals(CreationExtensions.NONE));
            if (!ceremony.isU2fAskedFor()) {
                context.prompts().say("this key speaks only U2F: the credential is made the old way");
            }
            return new U2fCeremony(key.device(), Sleeper.SYSTEM, key.exchanges()).register(options, clientData);
        }
        Ctap2 session = key.session().get();
        lookAtExtensions(options, session.info(), lenient);
        try (Tokens tokens = context.tokens(session, pinOptions)) {
            return new RegistrationCeremony(session, tokens, random).run(options, clientData);
        }
    }

    private void lookAtExtensions(CreationOptions options, AuthenticatorInfo info, boolean lenient) {
        List<String> missing = options.extensions().missing(info);
        if (lenient) {
            missing.forEach(each -> context.prompts().say("note: this key does not know the extension " + each));
            return;
        }
        ceremony.requireExtensions(missing);
        if (options.enterpriseAttestation().isPresent()
                && !info.has(dev.seckey.ctap2.model.Option.ENTERPRISE_ATTESTATION)) {
            throw new TransportFault(
                    Reason.UNSUPPORTED,
                    "this key has no enterprise attestation, or it is not enabled",
                    "\"seckey config enterprise-attestation enable\" enables it on keys that have it");
        }
    }

    private CreationOptions fromFile() {
        if (user.isPresent() || userId.isPresent() || discoverable || !exclude.isEmpty()) {
            throw new UsageException("with --options the relying party's file says what is wanted");
        }
        return ceremony.read(context).parse(json -> CreationOptions.parse(json, ceremony.origin()));
    }

    private CreationOptions described(SecureRandom random) {
        String name = user.orElseThrow(() -> new UsageException("for which account?", "give --user NAME"));
        if (enterprise.filter(each -> each < 1 || each > 2).isPresent()) {
            throw new UsageException("--enterprise wants 1 or 2");
        }
        return new CreationOptions(
                new RelyingParty(ceremony.rpId(), rpName),
                new UserEntity(userId(random), Optional.of(name), displayName),
                ceremony.challenge(random),
                algorithms.stream().map(CredentialCreateCommand::algorithm).toList(),
                Octets.descriptors("--exclude", exclude),
                discoverable ? Need.REQUIRED : Need.DISCOURAGED,
                userVerification ? Need.REQUIRED : Need.DISCOURAGED,
                Conveyance.DIRECT,
                formats,
                enterprise,
                extensions.extensions(discoverable));
    }

    private Bytes userId(SecureRandom random) {
        Bytes id =
                userId.map(text -> Octets.parse("--user-id", text)).orElseGet(() -> Bytes.random(random, USER_ID_SIZE));
        if (id.isEmpty() || id.size() > 64) {
            throw new UsageException("--user-id wants 1 to 64 bytes");
        }
        return id;
    }

    /** By name, or by COSE number for those that have none here. */
    private static CredentialParameters algorithm(String name) {
        return Arrays.stream(Algorithm.values())
                .filter(each -> each.title().equalsIgnoreCase(name))
                .findFirst()
                .map(Algorithm::number)
                .or(() -> name.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(name)) : Optional.empty())
                .map(number -> new CredentialParameters(CredentialDescriptor.PUBLIC_KEY, number))
                .orElseThrow(() -> new UsageException(
                        "there is no algorithm \"" + name + "\"",
                        "there are: "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Algorithm.values())
                                                .map(Algorithm::title)
                                                .toList())));
    }
}

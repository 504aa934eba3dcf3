package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.credential.Octets;
import dev.seckey.cli.credential.Salts;
import dev.seckey.ctap2.client.CreationExtensions;
import dev.seckey.ctap2.extension.HmacSalts;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The extensions of a new credential. */
final class CreationExtensionOptions {
    @Option(
            names = "--cred-protect",
            paramLabel = "LEVEL",
            description =
                    "When the key wants its user verified: 1 optional, 2 unless the credential is named, 3 always.")
    private Optional<Integer> credProtect = Optional.empty();

    @Option(names = "--cred-blob", paramLabel = "OCTETS", description = "Store this small blob with the credential.")
    private Optional<String> credBlob = Optional.empty();

    @Option(names = "--hmac-secret", description = "Make it good for hmac-secret (disk encryption, for instance).")
    private boolean hmacSecret;

    @Option(
            names = "--hmac-secret-mc",
            paramLabel = "SALT[,SALT]",
            description = "Ask hmac-secret at once, for one or two salts of 32 bytes.")
    private Optional<String> hmacSecretMc = Optional.empty();

    @Option(names = "--prf", description = "Make it good for WebAuthn's prf, which is hmac-secret.")
    private boolean prf;

    @Option(names = "--prf-eval", paramLabel = "TEXT[,TEXT]", description = "Ask prf at once, for one or two inputs.")
    private Optional<String> prfEval = Optional.empty();

    @Option(names = "--large-blob-key", description = "Give it a key for a large blob; wants --rk.")
    private boolean largeBlobKey;

    @Option(names = "--min-pin-length", description = "Ask for the key's minimum PIN length.")
    private boolean minPinLength;

    @Option(names = "--pin-complexity", description = "Ask whether the key has a PIN complexity policy.")
    private boolean pinComplexity;

    @Option(names = "--third-party-payment", description = "Make it good for payments at other sites.")
    private boolean thirdPartyPayment;

    /** @param discoverable whether the credential will be */
    CreationExtensions extensions(boolean discoverable) {
        if (credProtect.filter(level -> level < 1 || level > 3).isPresent()) {
            throw new UsageException("--cred-protect wants 1, 2 or 3");
        }
        if (largeBlobKey && !discoverable) {
            throw new UsageException("--large-blob-key wants a discoverable credential", "add --rk");
        }
        if (hmacSecretMc.isPresent() && prfEval.isPresent()) {
            throw new UsageException("--hmac-secret-mc and --prf-eval ask the same thing", "give one of them");
        }
        Optional<HmacSalts> salts =
                hmacSecretMc.map(text -> Salts.parse("--hmac-secret-mc", text)).or(() -> prfEval.map(Salts::ofPrf));
        boolean asPrf = prf || prfEval.isPresent();
        return new CreationExtensions(
                credProtect,
                credProtect.isPresent(),
                credBlob.map(text -> Octets.parse("--cred-blob", text)),
                hmacSecret || asPrf || salts.isPresent(),
                salts,
                asPrf,
                largeBlobKey,
                Optional.empty(),
                minPinLength,
                pinComplexity,
                thirdPartyPayment,
                false,
                Optional.empty());
    }
}

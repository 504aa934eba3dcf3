package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.credential.Octets;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.client.RelyingPartyId;
import dev.seckey.ctap2.fault.MalformedFault;
import java.security.SecureRandom;
import java.util.Optional;
import picocli.CommandLine.Option;

/** For whom a ceremony is held: a relying party that sends its options, or one that the command line describes. */
final class CeremonyOptions {
    private static final int CHALLENGE_SIZE = 32;

    @Option(
            names = "--options",
            paramLabel = "FILE",
            description = "What the relying party wants, as the JSON of WebAuthn Level 3 (- for standard input); the"
                    + " answer is what it expects. Wants --origin.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--origin",
            paramLabel = "ORIGIN",
            description = "The relying party's web address, such as https://login.example.org (https://RP if absent).")
    private Optional<String> origin = Optional.empty();

    @Option(names = "--rp", paramLabel = "ID", description = "The relying party's domain.")
    private Optional<String> rp = Optional.empty();

    @Option(names = "--challenge", paramLabel = "OCTETS", description = "What is signed (32 random bytes if absent).")
    private Optional<String> challenge = Optional.empty();

    Optional<String> file() {
        if (file.isPresent() && origin.isEmpty()) {
            throw new UsageException(
                    "--options wants --origin", "it is what the key signs, and what keeps phishers out");
        }
        if (file.isPresent() && (rp.isPresent() || challenge.isPresent())) {
            throw new UsageException(
                    "with --options the relying party's file says what is wanted: no --rp, no --challenge");
        }
        if (file.isEmpty() && rp.isEmpty()) {
            throw new UsageException("for which relying party?", "give --rp ID, or --options FILE and --origin");
        }
        return file;
    }

    CeremonyFile read(Context context) {
        return CeremonyFile.read(file.orElseThrow(), context.surroundings().in());
    }

    String rpId() {
        return rp.orElseThrow();
    }

    /** @throws UsageException if it may not speak for the relying party */
    String origin() {
        String given = origin.orElseGet(() -> "https://" + rpId());
        if (rp.isPresent()) {
            try {
                RelyingPartyId.require(rpId(), given);
            } catch (MalformedFault e) {
                throw new UsageException(e.getMessage());
            }
        }
        return given;
    }

    Bytes challenge(SecureRandom random) {
        return challenge.map(text -> Octets.parse("--challenge", text)).orElseGet(() -> {
            byte[] drawn = new byte[CHALLENGE_SIZE];
            random.nextBytes(drawn);
            return Bytes.of(drawn);
        });
    }
}

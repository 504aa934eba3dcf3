package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.credential.Octets;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.client.RelyingPartyId;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.security.SecureRandom;
import java.util.List;
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

    @Option(names = "--u2f", description = "By U2F (CTAP1), as with an old key, also where the key speaks FIDO2.")
    private boolean u2f;

    /** A key without FIDO2 knows nothing else. */
    boolean isByU2f(OpenKey key) {
        return u2f || key.session().isEmpty();
    }

    boolean isU2fAskedFor() {
        return u2f;
    }

    /** What the command line asks for must be there; what a relying party asks for may be missing. */
    void requireForU2f(boolean noExtensions) {
        if (file.isEmpty() && !noExtensions) {
            throw new TransportFault(Reason.UNSUPPORTED, "U2F knows no extensions");
        }
    }

    /** The same of a FIDO2 key. @param missing extensions that it does not have */
    void requireExtensions(List<String> missing) {
        if (file.isEmpty() && !missing.isEmpty()) {
            throw new TransportFault(
                    Reason.UNSUPPORTED, "this key does not know the extension " + String.join(", ", missing));
        }
    }

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
        return challenge
                .map(text -> Octets.parse("--challenge", text))
                .orElseGet(() -> Bytes.random(random, CHALLENGE_SIZE));
    }
}

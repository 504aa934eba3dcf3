package dev.seckey.cli.blob;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.session.CredentialManager;
import dev.seckey.ctap2.session.CredentialManager.StoredCredential;
import dev.seckey.ctap2.session.CredentialManager.StoredRelyingParty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** All credentials on a key that can have a blob. */
public record Owners(List<Owner> all) {
    public Owners {
        all = List.copyOf(all);
    }

    public static Owners on(CredentialManager credentials) {
        List<Owner> owners = new ArrayList<>();
        for (StoredRelyingParty relyingParty : credentials.relyingParties()) {
            for (StoredCredential credential : credentials.credentials(relyingParty.idHash())) {
                credential.largeBlobKey().ifPresent(key -> owners.add(Owner.of(relyingParty, credential, key)));
            }
        }
        return new Owners(owners);
    }

    public List<Bytes> keys() {
        return all.stream().map(Owner::largeBlobKey).toList();
    }

    /** The one that is meant. */
    public Owner choose(Optional<String> rpId, Optional<String> credential) {
        List<Owner> fitting = all.stream()
                .filter(owner -> rpId.isEmpty() || owner.rpId().equals(rpId.get()))
                .filter(owner -> credential.isEmpty() || isNamed(owner.credentialId(), credential.get()))
                .toList();
        if (fitting.isEmpty()) {
            throw new ChoiceFault(
                    Reason.KEY_REFUSED,
                    "no credential on the key that can have a blob is "
                            + (rpId.isEmpty() && credential.isEmpty() ? "there" : "the one that was asked for"),
                    "\"seckey blob list\" shows those that can; a site decides that when it makes the credential");
        }
        if (fitting.size() > 1) {
            throw new UsageException(
                    "several credentials can have a blob: "
                            + fitting.stream().map(Owner::title).collect(Collectors.joining("; ")),
                    "choose one with --rp and --credential");
        }
        return fitting.get(0);
    }

    /** By the beginning of its id in hexadecimal, or the whole id in base64url. */
    private static boolean isNamed(Bytes id, String text) {
        return id.hex().startsWith(text.toLowerCase(Locale.ROOT))
                || id.base64url().equals(text);
    }
}

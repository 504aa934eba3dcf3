package dev.seckey.cli.credential;

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

/** The discoverable credentials on a key, collected whole before anything is done to one of them. */
public record StoredCredentials(List<Stored> all) {
    public StoredCredentials {
        all = List.copyOf(all);
    }

    /** @param rpId only those of this relying party, known by its hash also where the key cut its id short */
    public static StoredCredentials on(CredentialManager manager, Optional<String> rpId) {
        Optional<Bytes> wanted = rpId.map(id -> Bytes.utf8(id).sha256());
        List<Stored> found = new ArrayList<>();
        for (StoredRelyingParty rp : manager.relyingParties()) {
            if (wanted.isEmpty() || wanted.get().equals(rp.idHash())) {
                for (StoredCredential credential : manager.credentials(rp.idHash())) {
                    found.add(new Stored(rp, credential));
                }
            }
        }
        return new StoredCredentials(found);
    }

    /** The one whose id is this, or begins so in hexadecimal. */
    public Stored choose(String id) {
        List<Stored> fitting = all.stream()
                .filter(each ->
                        each.id().base64url().equals(id) || each.id().hex().startsWith(id.toLowerCase(Locale.ROOT)))
                .toList();
        if (fitting.isEmpty()) {
            throw new ChoiceFault(
                    Reason.KEY_REFUSED,
                    "there is no credential " + id + " on the key",
                    "\"seckey credential list\" shows those that there are");
        }
        if (fitting.size() > 1) {
            throw new UsageException(
                    "several credentials begin with " + id + ": "
                            + fitting.stream().map(Stored::title).collect(Collectors.joining("; ")),
                    "give more of the id");
        }
        return fitting.get(0);
    }
}

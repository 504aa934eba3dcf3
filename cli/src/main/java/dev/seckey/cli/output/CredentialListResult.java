package dev.seckey.cli.output;

import dev.seckey.cli.credential.Stored;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.session.CredentialManager.StoredCredential;
import java.util.List;
import java.util.Optional;

/** The discoverable credentials on a key, by relying party. */
public record CredentialListResult(List<Stored> all, boolean simulated) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        if (all.isEmpty()) {
            out.line("no discoverable credentials");
        }
        Optional<Bytes> last = Optional.empty();
        for (Stored each : all) {
            if (!last.equals(Optional.of(each.relyingParty().idHash()))) {
                out.line(each.relyingParty().title());
                last = Optional.of(each.relyingParty().idHash());
            }
            StoredCredential credential = each.credential();
            out.line("  " + Stored.account(credential.user())
                    + credential
                            .user()
                            .displayName()
                            .map(name -> " (" + name + ")")
                            .orElse(""));
            out.line("    " + Algorithm.nameOf(credential.publicKey().alg())
                    + credential
                            .credProtect()
                            .map(level -> ", protection " + RegistrationResult.protection(level))
                            .orElse("")
                    + (credential.thirdPartyPayment().orElse(false) ? ", for payments" : "")
                    + (credential.largeBlobKey().isPresent() ? ", can have a blob" : ""));
            out.line("    id " + each.id().base64url());
        }
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated).objects("credentials", all, CredentialListResult::write);
    }

    static void write(JsonWriter out, Stored each) {
        StoredCredential credential = each.credential();
        out.member("rpId", each.relyingParty().id())
                .member("rpIdHash", each.relyingParty().idHash())
                .member("credentialId", each.id())
                .member("userId", credential.user().id())
                .member("user", credential.user().name())
                .member("displayName", credential.user().displayName())
                .member("algorithm", credential.publicKey().alg())
                .member("algorithmName", Algorithm.nameOf(credential.publicKey().alg()))
                .member("publicKeyCose", credential.publicKey().members().encode())
                .member("credProtect", credential.credProtect())
                .member("thirdPartyPayment", credential.thirdPartyPayment())
                .member("largeBlob", credential.largeBlobKey().isPresent());
    }
}

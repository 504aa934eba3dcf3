package dev.seckey.ctap2.client;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.json.JsonObject;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import java.util.List;
import java.util.Optional;

/**
 * What a relying party wants of a new credential (PublicKeyCredentialCreationOptions, WebAuthn Level 3 §5.4).
 *
 * @param pubKeyCredParams in order of preference; not empty
 * @param attestationFormats in order of preference; empty: the key's choice
 * @param enterpriseAttestation 1 (by the key's own list of relying parties) or 2 (by ours), where it is asked for
 */
public record CreationOptions(
        RelyingParty rp,
        UserEntity user,
        Bytes challenge,
        List<CredentialParameters> pubKeyCredParams,
        List<CredentialDescriptor> excludeCredentials,
        Need residentKey,
        Need userVerification,
        Conveyance attestation,
        List<String> attestationFormats,
        Optional<Integer> enterpriseAttestation,
        CreationExtensions extensions) {
    private static final int LONGEST_USER_ID = 64;

    /** Where the relying party names none (§5.1.3 step 10). */
    public static final List<CredentialParameters> USUAL_ALGORITHMS =
            List.of(CredentialParameters.of(Algorithm.ES256), CredentialParameters.of(Algorithm.RS256));

    /**
     * Reads PublicKeyCredentialCreationOptionsJSON. The RP id is the origin's host where none is given.
     *
     * @throws MalformedFault naming the member that is not as it should be, or if the origin may not use the RP id
     */
    public static CreationOptions parse(Bytes json, String origin) {
        JsonObject all = JsonObject.parse(json);
        JsonObject in = all.object("publicKey").orElse(all);
        JsonObject rp = in.requireObject("rp");
        String rpId = rp.text("id").orElseGet(() -> RelyingPartyId.ofOrigin(origin));
        RelyingPartyId.require(rpId, origin);
        JsonObject selection = in.object("authenticatorSelection").orElse(JsonObject.EMPTY);
        Conveyance attestation = in.text("attestation").map(Conveyance::of).orElse(Conveyance.NONE);
        return new CreationOptions(
                new RelyingParty(rpId, rp.text("name")),
                user(in.requireObject("user")),
                in.requireBytes("challenge"),
                algorithms(in),
                Descriptors.from(in, "excludeCredentials"),
                residentKey(selection),
                selection.text("userVerification").flatMap(Need::of).orElse(Need.PREFERRED),
                attestation,
                in.texts("attestationFormats"),
                attestation == Conveyance.ENTERPRISE ? Optional.of(2) : Optional.empty(),
                in.object("extensions")
                        .map(wanted -> CreationExtensions.from(wanted, rpId, origin))
                        .orElse(CreationExtensions.NONE));
    }

    private static UserEntity user(JsonObject in) {
        Bytes id = in.requireBytes("id");
        if (id.isEmpty() || id.size() > LONGEST_USER_ID) {
            throw JsonObject.malformed(in.pathTo("id") + " should have 1 to 64 bytes");
        }
        return new UserEntity(id, Optional.of(in.requireText("name")), in.text("displayName"));
    }

    private static List<CredentialParameters> algorithms(JsonObject in) {
        List<CredentialParameters> asked = in.objects("pubKeyCredParams").stream()
                .filter(each -> each.requireText("type").equals(CredentialDescriptor.PUBLIC_KEY))
                .map(each -> new CredentialParameters(CredentialDescriptor.PUBLIC_KEY, each.requireInt("alg")))
                .toList();
        if (asked.isEmpty() && !in.objects("pubKeyCredParams").isEmpty()) {
            throw JsonObject.malformed(in.pathTo("pubKeyCredParams") + " holds no type that there is");
        }
        return asked.isEmpty() ? USUAL_ALGORITHMS : asked;
    }

    private static Need residentKey(JsonObject selection) {
        return selection
                .text("residentKey")
                .flatMap(Need::of)
                .orElse(selection.isTrue("requireResidentKey") ? Need.REQUIRED : Need.DISCOURAGED);
    }
}

package dev.seckey.cli.credential;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.client.CeremonyResponse;
import dev.seckey.ctap2.client.CeremonyResponse.Authenticated;
import dev.seckey.ctap2.client.CeremonyResponse.Registered;
import dev.seckey.ctap2.client.RelyingPartyId;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.verdict.Models;
import dev.seckey.ctap2.webauthn.AssertionVerifier;
import dev.seckey.ctap2.webauthn.Attestation;
import dev.seckey.ctap2.webauthn.AttestationVerifier;
import dev.seckey.ctap2.webauthn.ClientData;
import dev.seckey.ctap2.webauthn.SignatureCheck;
import dev.seckey.ctap2.webauthn.TrustPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks, without a key, what a relying party would check (WebAuthn Level 3 §7.1, §7.2). */
public final class CeremonyCheck {
    private final Expected expected;
    private final Models models;
    private final Instant at;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * What the relying party knows. What it does not say is not held against the response.
     *
     * @param rpId absent: the host of the origin in the client data
     */
    public record Expected(
            Optional<Bytes> challenge, Optional<String> origin, Optional<String> rpId, boolean userVerified) {}

    public CeremonyCheck(Expected expected, Models models, Instant at) {
        this.expected = expected;
        this.models = models;
        this.at = at;
    }

    public List<Finding> registration(Registered response) {
        clientData(response, ClientData.CREATE);
        authData(response);
        Optional<AttestedCredential> credential = response.authData().credential();
        findings.add(Finding.of(
                "credential",
                credential.map(AttestedCredential::credentialId).equals(Optional.of(response.credentialId())),
                "id " + response.credentialId().base64url()));
        attestation(response);
        return List.copyOf(findings);
    }

    /** @param registration the one by which the credential was made */
    public List<Finding> assertion(Authenticated response, Registered registration) {
        clientData(response, ClientData.GET);
        authData(response);
        findings.add(Finding.of(
                "credential",
                registration.credentialId().equals(response.credentialId()),
                "id " + response.credentialId().base64url()));
        findings.add(Finding.of(
                "relying party of registration",
                registration.authData().rpIdHash().equals(response.authData().rpIdHash()),
                "the same as when the credential was made"));
        registration
                .authData()
                .credential()
                .map(AttestedCredential::publicKey)
                .ifPresent(key -> signature(response, key));
        return List.copyOf(findings);
    }

    private void clientData(CeremonyResponse response, String type) {
        ClientData clientData = response.clientData();
        findings.add(Finding.of("type", clientData.type().equals(type), clientData.type()));
        findings.add(expected.challenge()
                .map(challenge -> Finding.of(
                        "challenge",
                        challenge.equals(clientData.challenge()),
                        clientData.challenge().base64url()))
                .orElseGet(() -> Finding.note(
                        "challenge", clientData.challenge().base64url() + ", not compared: see --challenge")));
        findings.add(expected.origin()
                .map(origin -> Finding.of("origin", origin.equals(clientData.origin()), clientData.origin()))
                .orElseGet(() -> Finding.note("origin", clientData.origin() + ", not compared: see --origin")));
        if (clientData.crossOrigin()) {
            findings.add(Finding.note("frame", "made in a frame of another site"));
        }
    }

    private void authData(CeremonyResponse response) {
        AuthenticatorData authData = response.authData();
        String rpId = expected.rpId().orElseGet(() -> host(response.clientData().origin()));
        findings.add(Finding.of(
                "relying party", authData.rpIdHash().equals(Bytes.utf8(rpId).sha256()), rpId));
        findings.add(Finding.of("user present", authData.userPresent(), authData.userPresent() ? "yes" : "no"));
        String verified = authData.userVerified() ? "yes" : "no";
        findings.add(
                expected.userVerified()
                        ? Finding.of("user verified", authData.userVerified(), verified)
                        : Finding.note("user verified", verified));
    }

    /** An origin that is none gives a host that no hash fits. */
    private static String host(String origin) {
        try {
            return RelyingPartyId.ofOrigin(origin);
        } catch (MalformedFault e) {
            return origin;
        }
    }

    private void signature(Authenticated response, CoseKey key) {
        String rpId = expected.rpId().orElseGet(() -> host(response.clientData().origin()));
        findings.add(finding(
                "signature",
                AssertionVerifier.verify(
                                response.authData(), response.clientData().hash(), response.signature(), key, rpId)
                        .signature()));
    }

    private void attestation(Registered response) {
        Attestation attestation = AttestationVerifier.verify(
                response.attestation(), response.clientData().hash());
        findings.add(
                attestation.kind() == Attestation.Kind.NONE
                        ? Finding.note("attestation", "none: nobody vouches for the model")
                        : finding("attestation", attestation.signature(), attestation.fmt() + ", "));
        attestation.shortfalls().forEach(each -> findings.add(Finding.of("attestation", false, each)));
        if (!attestation.chain().isEmpty()) {
            findings.add(trust(response, attestation));
        }
    }

    private Finding trust(Registered response, Attestation attestation) {
        Optional<Models.Model> model = response.authData()
                .credential()
                .map(AttestedCredential::aaguid)
                .filter(aaguid -> !aaguid.isNone())
                .or(attestation::certifiedAaguid)
                .flatMap(models::find);
        if (model.isEmpty()) {
            return new Finding("model", Finding.Status.UNKNOWN, "not in the metadata");
        }
        TrustPath path = TrustPath.find(attestation.chain(), model.get().roots(), at);
        return Finding.of("model", path.holds(), model.get().entry().name() + ", " + path.summary());
    }

    private static Finding finding(String subject, SignatureCheck check) {
        return finding(subject, check, "");
    }

    private static Finding finding(String subject, SignatureCheck check, String before) {
        Finding.Status status = switch (check.outcome()) {
            case VALID -> Finding.Status.PASS;
            case INVALID -> Finding.Status.FAIL;
            case NOT_CHECKED -> Finding.Status.UNKNOWN;
        };
        return new Finding(subject, status, before + check.reason());
    }
}

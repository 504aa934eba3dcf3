package dev.seckey.ctap2.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.session.TokenSource;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.webauthn.AssertionVerifier;
import dev.seckey.ctap2.webauthn.AttestationVerifier;
import dev.seckey.ctap2.webauthn.ClientData;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A relying party that verifies whatever it is given, and its user, who knows the PIN of simulated keys. */
final class ExampleOrg {
    static final String RP = "example.org";
    static final Bytes CHALLENGE = Bytes.of(new byte[32]);
    static final ClientData CREATE = ClientData.create(CHALLENGE, "https://example.org");
    static final ClientData GET = ClientData.get(CHALLENGE, "https://example.org");

    final List<Set<Permission>> tokensAskedFor = new ArrayList<>();

    private final SecureRandom random = new SecureRandom();

    static CreationOptions creation(int user, Need residentKey, CredentialDescriptor... excluded) {
        return new CreationOptions(
                RelyingParty.of(RP, "Example"),
                UserEntity.of(Bytes.ofInts(user), "user " + user),
                CHALLENGE,
                List.of(CredentialParameters.of(Algorithm.EDDSA), CredentialParameters.of(Algorithm.ES256)),
                List.of(excluded),
                residentKey,
                Need.DISCOURAGED,
                Conveyance.DIRECT,
                List.of(),
                Optional.empty(),
                CreationExtensions.NONE);
    }

    static RequestOptions request(Need userVerification, boolean touch, CredentialDescriptor... allowed) {
        return new RequestOptions(RP, CHALLENGE, List.of(allowed), userVerification, touch, RequestExtensions.NONE);
    }

    static CredentialDescriptor id(Registration made) {
        return CredentialDescriptor.of(made.credential().credentialId());
    }

    static CredentialDescriptor stranger(int number) {
        return CredentialDescriptor.of(Bytes.of(new byte[40]).plus(Bytes.ofInts(number)));
    }

    Registration register(Ctap2 session, CreationOptions options) {
        Registration made = new RegistrationCeremony(session, tokens(session), random).run(options, CREATE);
        assertAttested(made);
        return made;
    }

    List<Authentication> authenticate(Ctap2 session, RequestOptions options) {
        return new AuthenticationCeremony(session, tokens(session), random).run(options, GET);
    }

    private TokenSource tokens(Ctap2 session) {
        return (permissions, rpId) -> {
            tokensAskedFor.add(permissions);
            try (Pin pin = Pin.takingUtf8(SimulatedProfiles.PIN.getBytes(StandardCharsets.US_ASCII))) {
                return PinUv.of(session, random).token(pin, permissions, rpId, false);
            }
        };
    }

    static void assertAttested(Registration made) {
        assertTrue(AttestationVerifier.verify(
                        made.made().attestation(), made.clientData().hash())
                .signature()
                .isValid());
    }

    static void assertSignedBy(Registration made, Authentication signed) {
        assertEquals(made.credential().credentialId(), signed.credentialId());
        assertTrue(AssertionVerifier.verify(
                        signed.assertion().authData(),
                        signed.clientData().hash(),
                        signed.assertion().signature(),
                        made.credential().publicKey(),
                        RP)
                .holds());
    }
}

package dev.seckey.cli.verify;

import dev.seckey.cli.keys.OpenKey;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.session.PinUvAuthToken;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.u2f.U2f;
import dev.seckey.ctap2.u2f.U2fRegister;
import dev.seckey.ctap2.verdict.Proof;
import dev.seckey.ctap2.webauthn.ClientData;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets one key prove its model. The credential made for it is not discoverable: nothing is stored on the key, so nothing
 * has to be deleted.
 */
final class Prover {
    /** A name that can never be a web site's (RFC 6761 §6.4). */
    private static final String RP_ID = "seckey.invalid";

    private static final int USER_ID_SIZE = 16;

    private final OpenKey key;
    private final Ctap2 session;
    private final SecureRandom random;
    private final Bytes challenge;

    /** @param challenge 32 bytes, never used before */
    Prover(OpenKey key, Ctap2 session, SecureRandom random, Bytes challenge) {
        this.key = key;
        this.session = session;
        this.random = random;
        this.challenge = challenge;
    }

    Proof makeCredential(boolean builtInUserVerification) {
        ClientData clientData = clientData();
        MakeCredential request = request(clientData);
        return send(builtInUserVerification ? request.with(CredentialOptions.NONE.withUv(true)) : request, clientData);
    }

    Proof makeCredential(Pin pin, boolean useLastRetry) {
        PinUv pinUv = PinUv.of(session, random);
        ClientData clientData = clientData();
        try (PinUvAuthToken token =
                pinUv.token(pin, Set.of(Permission.MAKE_CREDENTIAL), Optional.of(RP_ID), useLastRetry)) {
            return send(request(clientData).with(token.authenticate(clientData.hash())), clientData);
        }
    }

    Proof registerByU2f() {
        ClientData clientData = clientData();
        U2fRegister request =
                new U2fRegister(clientData.hash(), Bytes.utf8(RP_ID).sha256());
        U2f client = new U2f(key.device(), Sleeper.SYSTEM);
        return new Proof.RegisteredByU2f(
                clientData.json(),
                request.application(),
                client.register(request, key.exchanges().get()));
    }

    private Proof send(MakeCredential request, ClientData clientData) {
        return new Proof.MadeCredential(session.send(request).attestation(), clientData.json());
    }

    private MakeCredential request(ClientData clientData) {
        return MakeCredential.of(
                clientData.hash(),
                RelyingParty.of(RP_ID, "seckey verify"),
                UserEntity.of(Bytes.random(random, USER_ID_SIZE), "seckey verify"),
                algorithms());
    }

    /** What the key says it has, of those that can be checked here; ES256, which all have, if it does not say. */
    private List<CredentialParameters> algorithms() {
        List<CredentialParameters> checkable =
                List.of(CredentialParameters.of(Algorithm.ES256), CredentialParameters.of(Algorithm.EDDSA));
        return session.info()
                .members()
                .find(AuthenticatorInfo.ALGORITHMS)
                .map(offered -> checkable.stream().filter(offered::contains).toList())
                .filter(common -> !common.isEmpty())
                .orElse(checkable);
    }

    private ClientData clientData() {
        return ClientData.create(challenge, "https://" + RP_ID);
    }
}

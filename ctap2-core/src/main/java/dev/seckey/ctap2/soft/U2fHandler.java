package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.transport.CommandApdu;
import dev.seckey.ctap2.transport.StatusWord;
import dev.seckey.ctap2.u2f.U2fAssertion;
import dev.seckey.ctap2.u2f.U2fAuthenticate;
import dev.seckey.ctap2.u2f.U2fControl;
import dev.seckey.ctap2.u2f.U2fRegister;
import dev.seckey.ctap2.u2f.U2fRegistration;
import dev.seckey.ctap2.u2f.U2fRequest;
import dev.seckey.ctap2.u2f.U2fVersion;
import java.util.Optional;

/**
 * U2F, the authenticator's side (FIDO U2F raw message formats). Its credentials are the same as CTAP2's that are not
 * discoverable, so either protocol can use what the other made (CTAP 2.3 §7).
 */
final class U2fHandler {
    private final KeyState state;

    U2fHandler(KeyState state) {
        this.state = state;
    }

    Bytes handle(Bytes apdu) {
        if (!state.settings.speaksU2f()) {
            return word(StatusWord.INS_NOT_SUPPORTED);
        }
        CommandApdu command;
        try {
            command = CommandApdu.parse(apdu);
        } catch (MalformedFault e) {
            return word(StatusWord.WRONG_LENGTH);
        }
        if (command.cla() != U2fRequest.CLA) {
            return word(StatusWord.CLA_NOT_SUPPORTED);
        }
        try {
            return switch (command.ins()) {
                case U2fRegister.INS -> register(U2fRegister.from(command));
                case U2fAuthenticate.INS -> authenticate(U2fAuthenticate.from(command));
                case U2fVersion.INS -> {
                    U2fVersion.from(command);
                    yield ok(Bytes.utf8(U2fVersion.U2F_V2));
                }
                default -> word(StatusWord.INS_NOT_SUPPORTED);
            };
        } catch (MalformedFault e) {
            return word(StatusWord.WRONG_LENGTH);
        }
    }

    private Bytes register(U2fRegister request) {
        if (!state.touch.touchedForU2f()) {
            return word(StatusWord.CONDITIONS_NOT_SATISFIED);
        }
        SigningKey key = SigningKey.generate(Algorithm.ES256, state.environment.random());
        Bytes keyHandle = state.credentials.newId(key, Traits.NONE, request.application(), state.environment.random());
        Bytes publicKey = point(key.publicKey());
        AttestationKey attestation = state.profile.attestationKey();
        Bytes signature = attestation.sign(U2fRegistration.signedOver(request, keyHandle, publicKey));
        return ok(new U2fRegistration(publicKey, keyHandle, attestation.x5c().get(0), signature).encode());
    }

    private Bytes authenticate(U2fAuthenticate request) {
        Optional<Credential> found = state.credentials
                .find(request.keyHandle(), request.application())
                .filter(credential -> credential.key().algorithm() == Algorithm.ES256)
                .filter(credential -> credential.traits().isVisible(false, true));
        if (found.isEmpty()) {
            return word(StatusWord.WRONG_DATA);
        }
        if (request.control() == U2fControl.CHECK_ONLY) {
            return word(StatusWord.CONDITIONS_NOT_SATISFIED);
        }
        boolean touched = request.control() == U2fControl.ENFORCE_USER_PRESENCE && state.touch.touchedForU2f();
        if (request.control() == U2fControl.ENFORCE_USER_PRESENCE && !touched) {
            return word(StatusWord.CONDITIONS_NOT_SATISFIED);
        }
        int flags = touched ? U2fAssertion.USER_PRESENT : 0;
        long counter = state.credentials.nextSignCount();
        Bytes signature = found.get().key().sign(U2fAssertion.signedOver(request, flags, counter));
        return ok(new U2fAssertion(flags, counter, signature).encode());
    }

    private static Bytes point(CoseKey key) {
        return Bytes.concat(
                Bytes.ofInts(4), key.members().require(CoseKey.X), key.members().require(CoseKey.Y));
    }

    private static Bytes ok(Bytes data) {
        return data.plus(word(StatusWord.OK));
    }

    private static Bytes word(StatusWord word) {
        return Bytes.ofInts(word.number() >> 8, word.number());
    }
}

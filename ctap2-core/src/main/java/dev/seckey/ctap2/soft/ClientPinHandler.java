package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.ClientPinResponse;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import dev.seckey.ctap2.server.Waiting;
import java.util.Arrays;
import java.util.Optional;

/** authenticatorClientPIN, the authenticator's side (CTAP 2.3 §6.5.5). */
final class ClientPinHandler {
    private static final int PADDED_PIN_SIZE = 64;
    private static final int PIN_HASH_SIZE = 16;

    private final KeyState state;
    private final PinStore pin;
    private final TokenGrants grants;

    ClientPinHandler(KeyState state) {
        this.state = state;
        this.pin = state.pin;
        this.grants = new TokenGrants(state);
    }

    CborMap handle(ClientPin request, Waiting waiting) {
        ClientPin.Sub sub = ClientPin.Sub.of(request.subCommand())
                .filter(this::isSupported)
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.INVALID_SUBCOMMAND));
        return switch (sub) {
            case GET_PIN_RETRIES -> pinRetries();
            case GET_UV_RETRIES ->
                CborMap.builder()
                        .put(ClientPinResponse.UV_RETRIES, state.fingerprints.retries())
                        .build();
            case GET_KEY_AGREEMENT -> {
                protocol(request);
                yield CborMap.builder()
                        .put(ClientPinResponse.KEY_AGREEMENT, state.keyAgreement.publicKey())
                        .build();
            }
            case SET_PIN -> setPin(request);
            case CHANGE_PIN -> changePin(request);
            case GET_PIN_TOKEN -> legacyToken(request);
            case GET_PIN_UV_AUTH_TOKEN_USING_PIN_WITH_PERMISSIONS -> tokenUsingPin(request);
            case GET_PIN_UV_AUTH_TOKEN_USING_UV_WITH_PERMISSIONS -> tokenUsingUv(request, waiting);
        };
    }

    private boolean isSupported(ClientPin.Sub sub) {
        return switch (sub) {
            case GET_UV_RETRIES -> state.hasSensor();
            case GET_PIN_UV_AUTH_TOKEN_USING_UV_WITH_PERMISSIONS ->
                state.hasSensor() && state.profile.has(Feature.PIN_UV_AUTH_TOKEN);
            case GET_PIN_UV_AUTH_TOKEN_USING_PIN_WITH_PERMISSIONS -> state.profile.has(Feature.PIN_UV_AUTH_TOKEN);
            default -> true;
        };
    }

    private CborMap pinRetries() {
        if (!pin.isSet() && state.profile.has(Feature.PIN_RETRIES_WANT_PIN)) {
            throw new AuthenticatorFault(CtapStatus.PIN_NOT_SET);
        }
        return CborMap.builder()
                .put(ClientPinResponse.PIN_RETRIES, pin.retries())
                .put(ClientPinResponse.POWER_CYCLE_STATE, pin.locked())
                .build();
    }

    /** CTAP 2.3 §6.5.5.5. */
    private CborMap setPin(ClientPin request) {
        present(request.keyAgreement());
        Bytes newPinEnc = present(request.newPinEnc());
        Bytes param = present(request.pinUvAuthParam());
        PinUvAuthProtocol protocol = protocol(request);
        if (pin.isSet()) {
            throw new AuthenticatorFault(CtapStatus.PIN_AUTH_INVALID);
        }
        try (Secret shared = sharedSecret(protocol, request)) {
            if (!protocol.verify(shared, newPinEnc.toArray(), param)) {
                throw new AuthenticatorFault(CtapStatus.PIN_AUTH_INVALID);
            }
            store(protocol, shared, newPinEnc);
        }
        return CborMap.EMPTY;
    }

    /** CTAP 2.3 §6.5.5.6. */
    private CborMap changePin(ClientPin request) {
        present(request.keyAgreement());
        Bytes newPinEnc = present(request.newPinEnc());
        Bytes pinHashEnc = present(request.pinHashEnc());
        Bytes param = present(request.pinUvAuthParam());
        PinUvAuthProtocol protocol = protocol(request);
        requireUsablePin();
        try (Secret shared = sharedSecret(protocol, request)) {
            if (!protocol.verify(shared, newPinEnc.plus(pinHashEnc).toArray(), param)) {
                throw new AuthenticatorFault(CtapStatus.PIN_AUTH_INVALID);
            }
            checkPin(protocol, shared, pinHashEnc);
            store(protocol, shared, newPinEnc);
        }
        state.token.invalidate();
        state.persistentToken.renew();
        return CborMap.EMPTY;
    }

    /** CTAP 2.3 §6.5.5.7.1. */
    private CborMap legacyToken(ClientPin request) {
        present(request.keyAgreement());
        Bytes pinHashEnc = present(request.pinHashEnc());
        PinUvAuthProtocol protocol = protocol(request);
        if (request.permissions().isPresent() || request.rpId().isPresent()) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
        requireUsablePin();
        try (Secret shared = sharedSecret(protocol, request)) {
            checkPin(protocol, shared, pinHashEnc);
            if (state.pinPolicy.changeForced()) {
                throw new AuthenticatorFault(CtapStatus.PIN_INVALID);
            }
            return grants.legacy(protocol, shared);
        }
    }

    /** CTAP 2.3 §6.5.5.7.2. */
    private CborMap tokenUsingPin(ClientPin request) {
        present(request.keyAgreement());
        Bytes pinHashEnc = present(request.pinHashEnc());
        int permissions = present(request.permissions());
        PinUvAuthProtocol protocol = protocol(request);
        grants.checkForPin(permissions);
        requireUsablePin();
        try (Secret shared = sharedSecret(protocol, request)) {
            checkPin(protocol, shared, pinHashEnc);
            if (state.pinPolicy.changeForced()) {
                throw new AuthenticatorFault(CtapStatus.PIN_POLICY_VIOLATION);
            }
            return grants.token(protocol, shared, permissions, request.rpId(), false);
        }
    }

    /** CTAP 2.3 §6.5.5.7.3. */
    private CborMap tokenUsingUv(ClientPin request, Waiting waiting) {
        present(request.keyAgreement());
        int permissions = present(request.permissions());
        PinUvAuthProtocol protocol = protocol(request);
        grants.checkForUv(permissions);
        if (!state.hasFingers()) {
            throw new AuthenticatorFault(CtapStatus.NOT_ALLOWED);
        }
        BuiltInUv.perform(state, waiting);
        try (Secret shared = sharedSecret(protocol, request)) {
            return grants.token(protocol, shared, permissions, request.rpId(), true);
        }
    }

    private void requireUsablePin() {
        if (!pin.isSet()) {
            throw new AuthenticatorFault(CtapStatus.PIN_NOT_SET);
        }
        pin.checkTriesLeft();
    }

    /** Takes a try away, compares, and gives the tries back if it was right. */
    private void checkPin(PinUvAuthProtocol protocol, Secret shared, Bytes pinHashEnc) {
        pin.takeTry();
        boolean right = false;
        try (Secret hash = protocol.decrypt(shared, pinHashEnc)) {
            right = hash.size() == PIN_HASH_SIZE && pin.matches(Bytes.of(hash.expose()));
        } catch (MalformedFault e) {
            // what cannot be decrypted is a wrong PIN like any other
        }
        if (!right) {
            state.keyAgreement.regenerate();
            throw pin.mismatched();
        }
        pin.matched();
        state.fingerprints.pinGiven();
    }

    private void store(PinUvAuthProtocol protocol, Secret shared, Bytes newPinEnc) {
        try (Secret padded = decryptNewPin(protocol, shared, newPinEnc)) {
            if (padded.size() != PADDED_PIN_SIZE) {
                throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
            }
            try (Secret bare = Secret.taking(withoutPadding(padded.expose()))) {
                if (!state.pinPolicy.allows(bare.expose()) || state.pinPolicy.changeForced() && isTheOld(bare)) {
                    throw new AuthenticatorFault(CtapStatus.PIN_POLICY_VIOLATION);
                }
                pin.set(bare.expose());
                state.pinPolicy.changed();
            }
        }
    }

    private boolean isTheOld(Secret candidate) {
        try (Secret hash = PinUvAuthProtocol.leftOfSha256(candidate.expose())) {
            return pin.matches(Bytes.of(hash.expose()));
        }
    }

    private static Secret decryptNewPin(PinUvAuthProtocol protocol, Secret shared, Bytes newPinEnc) {
        try {
            return protocol.decrypt(shared, newPinEnc);
        } catch (MalformedFault e) {
            throw new AuthenticatorFault(CtapStatus.PIN_AUTH_INVALID);
        }
    }

    private static byte[] withoutPadding(byte[] padded) {
        int length = padded.length;
        while (length > 0 && padded[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(padded, length);
    }

    private Secret sharedSecret(PinUvAuthProtocol protocol, ClientPin request) {
        return state.keyAgreement.agree(protocol, present(request.keyAgreement()));
    }

    private PinUvAuthProtocol protocol(ClientPin request) {
        return PinUvAuthProtocol.of(present(request.pinUvAuthProtocol()))
                .filter(protocol -> state.profile.pinUvAuthProtocols().contains(protocol.number()))
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.INVALID_PARAMETER));
    }

    private static <T> T present(Optional<T> parameter) {
        return parameter.orElseThrow(() -> new AuthenticatorFault(CtapStatus.MISSING_PARAMETER));
    }
}

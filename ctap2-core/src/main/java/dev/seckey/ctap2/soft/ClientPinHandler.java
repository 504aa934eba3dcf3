package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.ClientPinResponse;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.P256KeyPair;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** authenticatorClientPIN, the authenticator's side (CTAP 2.3 §6.5.5). */
final class ClientPinHandler {
    private static final int PADDED_PIN_SIZE = 64;
    private static final int PIN_HASH_SIZE = 16;

    private static final int LEGACY_PERMISSIONS =
            Permission.bits(Set.of(Permission.MAKE_CREDENTIAL, Permission.GET_ASSERTION));

    private final Environment environment;
    private final PinStore pin;
    private final TokenState token;
    private P256KeyPair keyAgreement;

    ClientPinHandler(Environment environment, PinStore pin, TokenState token) {
        this.environment = environment;
        this.pin = pin;
        this.token = token;
        this.keyAgreement = P256KeyPair.generate(environment.random());
    }

    /** A new key agreement key: at power-up, and after every wrong PIN. */
    void regenerate() {
        keyAgreement = P256KeyPair.generate(environment.random());
    }

    CborMap handle(ClientPin request) {
        ClientPin.Sub sub = ClientPin.Sub.of(request.subCommand())
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.INVALID_SUBCOMMAND));
        return switch (sub) {
            case GET_PIN_RETRIES -> pinRetries();
            case GET_KEY_AGREEMENT -> {
                protocol(request);
                yield CborMap.builder()
                        .put(ClientPinResponse.KEY_AGREEMENT, keyAgreement.publicKey())
                        .build();
            }
            case SET_PIN -> setPin(request);
            case CHANGE_PIN -> changePin(request);
            case GET_PIN_TOKEN -> legacyToken(request);
            case GET_PIN_UV_AUTH_TOKEN_USING_PIN_WITH_PERMISSIONS -> tokenWithPermissions(request);
            case GET_PIN_UV_AUTH_TOKEN_USING_UV_WITH_PERMISSIONS, GET_UV_RETRIES ->
                throw new AuthenticatorFault(CtapStatus.INVALID_SUBCOMMAND);
        };
    }

    private CborMap pinRetries() {
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
        token.invalidate();
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
        return token(request, protocol, pinHashEnc, LEGACY_PERMISSIONS, Optional.empty());
    }

    /** CTAP 2.3 §6.5.5.7.2. */
    private CborMap tokenWithPermissions(ClientPin request) {
        present(request.keyAgreement());
        Bytes pinHashEnc = present(request.pinHashEnc());
        int permissions = present(request.permissions());
        PinUvAuthProtocol protocol = protocol(request);
        if (permissions == 0) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
        if ((permissions & ~LEGACY_PERMISSIONS) != 0) {
            throw new AuthenticatorFault(CtapStatus.UNAUTHORIZED_PERMISSION);
        }
        if (request.rpId().isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.MISSING_PARAMETER);
        }
        return token(request, protocol, pinHashEnc, permissions, request.rpId());
    }

    private CborMap token(
            ClientPin request, PinUvAuthProtocol protocol, Bytes pinHashEnc, int permissions, Optional<String> rpId) {
        requireUsablePin();
        try (Secret shared = sharedSecret(protocol, request)) {
            checkPin(protocol, shared, pinHashEnc);
            Secret issued = token.issue(protocol.number(), permissions, rpId);
            return CborMap.builder()
                    .put(
                            ClientPinResponse.PIN_UV_AUTH_TOKEN,
                            protocol.encrypt(shared, issued.expose(), environment.random()))
                    .build();
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
            regenerate();
            throw pin.mismatched();
        }
        pin.matched();
    }

    private void store(PinUvAuthProtocol protocol, Secret shared, Bytes newPinEnc) {
        try (Secret padded = decryptNewPin(protocol, shared, newPinEnc)) {
            if (padded.size() != PADDED_PIN_SIZE) {
                throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
            }
            byte[] bytes = withoutPadding(padded.expose());
            boolean longEnough = codePoints(bytes) >= PinStore.MIN_PIN_LENGTH && bytes.length < PADDED_PIN_SIZE;
            if (longEnough) {
                pin.set(bytes);
            }
            Arrays.fill(bytes, (byte) 0);
            if (!longEnough) {
                throw new AuthenticatorFault(CtapStatus.PIN_POLICY_VIOLATION);
            }
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

    private static int codePoints(byte[] utf8) {
        int count = 0;
        for (byte octet : utf8) {
            count += (octet & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    private Secret sharedSecret(PinUvAuthProtocol protocol, ClientPin request) {
        return protocol.agree(keyAgreement, present(request.keyAgreement()));
    }

    private static PinUvAuthProtocol protocol(ClientPin request) {
        return PinUvAuthProtocol.of(present(request.pinUvAuthProtocol()))
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.INVALID_PARAMETER));
    }

    private static <T> T present(Optional<T> parameter) {
        return parameter.orElseThrow(() -> new AuthenticatorFault(CtapStatus.MISSING_PARAMETER));
    }
}

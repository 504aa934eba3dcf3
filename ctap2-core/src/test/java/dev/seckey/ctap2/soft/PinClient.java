package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.P256KeyPair;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/**
 * The platform's side of clientPIN, with nothing held back: it sends whatever the test asks for. Every request agrees
 * on a new shared secret first.
 */
final class PinClient {
    /** What one relying party can want. */
    private static final int ALL = Permission.bits(Set.of(Permission.MAKE_CREDENTIAL, Permission.GET_ASSERTION));

    private final SecureRandom random = new SecureRandom();
    private final KeyInHand key;
    private final PinUvAuthProtocol protocol;
    private P256KeyPair own = P256KeyPair.generate(random);
    private Secret shared = Secret.taking(new byte[0]);

    PinClient(KeyInHand key, int protocol) {
        this.key = key;
        this.protocol = PinUvAuthProtocol.of(protocol).orElseThrow();
    }

    CoseKey keyAgreement() {
        return key.send(ClientPin.getKeyAgreement(protocol.number()))
                .keyAgreement()
                .orElseThrow();
    }

    int retries() {
        return key.send(ClientPin.getPinRetries()).pinRetries().orElseThrow();
    }

    boolean powerCycleNeeded() {
        return key.send(ClientPin.getPinRetries()).powerCycleState().orElseThrow();
    }

    /** What comes of asking for a token by this PIN. */
    CtapStatus tried(String pin) {
        return key.status(withPermissions(pin, ALL, Optional.of(Requests.RP)));
    }

    ClientPin set(String pin) {
        return setPadded(padded(pin));
    }

    /** @param padded what a client sends as a new PIN, of whole blocks of 16 bytes */
    ClientPin setPadded(byte[] padded) {
        agree();
        return setEncrypted(protocol.encrypt(shared, padded, random));
    }

    /** With what was agreed last. */
    ClientPin setEncrypted(Bytes newPinEnc) {
        return ClientPin.setPin(
                protocol.number(), own.publicKey(), newPinEnc, protocol.authenticate(shared, newPinEnc.toArray()));
    }

    ClientPin change(String from, String to) {
        agree();
        Bytes newPinEnc = protocol.encrypt(shared, padded(to), random);
        Bytes pinHashEnc = hashEnc(from);
        Bytes param = protocol.authenticate(shared, newPinEnc.plus(pinHashEnc).toArray());
        return ClientPin.changePin(protocol.number(), own.publicKey(), newPinEnc, pinHashEnc, param);
    }

    ClientPin legacy(String pin) {
        agree();
        return ClientPin.getPinToken(protocol.number(), own.publicKey(), hashEnc(pin));
    }

    /** @param permissions bits, whatever they mean */
    ClientPin withPermissions(String pin, int permissions, Optional<String> rpId) {
        agree();
        return ClientPin.getTokenUsingPin(protocol.number(), own.publicKey(), hashEnc(pin), permissions, rpId);
    }

    /** @param permissions bits, whatever they mean */
    ClientPin usingUv(int permissions, Optional<String> rpId) {
        agree();
        return ClientPin.getTokenUsingUv(protocol.number(), own.publicKey(), permissions, rpId);
    }

    /** The token that the key gives for this request, the last that was made. */
    Secret token(ClientPin request) {
        return protocol.decrypt(shared, key.send(request).pinUvAuthToken().orElseThrow());
    }

    /** A token for all that one relying party can want. */
    Secret token(String pin, String rpId) {
        return token(withPermissions(pin, ALL, Optional.of(rpId)));
    }

    PinUvAuth proof(Secret token, Bytes message) {
        return new PinUvAuth(protocol.authenticate(token, message.toArray()), protocol.number());
    }

    private void agree() {
        own = P256KeyPair.generate(random);
        shared = protocol.agree(own, keyAgreement());
    }

    private Bytes hashEnc(String text) {
        try (Pin pin = Pin.takingUtf8(text.getBytes(StandardCharsets.UTF_8))) {
            return protocol.encryptHash(shared, pin, random);
        }
    }

    private static byte[] padded(String pin) {
        byte[] utf8 = pin.getBytes(StandardCharsets.UTF_8);
        byte[] padded = new byte[64];
        System.arraycopy(utf8, 0, padded, 0, utf8.length);
        return padded;
    }
}

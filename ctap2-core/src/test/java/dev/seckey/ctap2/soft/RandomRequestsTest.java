package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.Command;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.Reset;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.u2f.U2fAuthenticate;
import dev.seckey.ctap2.u2f.U2fControl;
import dev.seckey.ctap2.u2f.U2fRegister;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a client sends, a key answers and works on. The seed is fixed, so that a failure comes again. */
class RandomRequestsTest {
    private static final int REQUESTS = 50_000;

    /** Status 7F is for what nobody foresaw: no request may end in it. */
    private static final int OTHER = CtapStatus.OTHER.number();

    private final Random random = new Random(20261124);
    private final KeyInHand key = KeyInHand.plain();

    @Test
    void everyRequestOfRandomBytesGetsAStatus() {
        for (int i = 0; i < REQUESTS / 2; i++) {
            byte[] octets = new byte[1 + random.nextInt(60)];
            random.nextBytes(octets);
            octets[0] = (byte) random.nextInt(0x10);
            expectStatus(Bytes.of(octets));
        }
        expectUsable();
    }

    @Test
    void everyMutatedRequestGetsAStatus() {
        List<Bytes> good = goodRequests();
        for (int i = 0; i < REQUESTS; i++) {
            expectStatus(mutated(good.get(random.nextInt(good.size()))));
        }
        expectUsable();
    }

    @Test
    void everyMutatedApduGetsAStatusWord() {
        List<Bytes> good = List.of(
                new U2fRegister(Requests.HASH, Requests.HASH).apdu().encodeExtended(),
                new U2fAuthenticate(U2fControl.CHECK_ONLY, Requests.HASH, Requests.HASH, Bytes.of(new byte[61]))
                        .apdu()
                        .encodeExtended());
        for (int i = 0; i < REQUESTS / 10; i++) {
            Bytes apdu = mutated(good.get(random.nextInt(good.size())));
            Bytes answer = key.key.u2f(apdu);
            assertTrue(answer.size() >= 2, apdu.hex());
        }
        expectUsable();
    }

    private List<Bytes> goodRequests() {
        PinClient client = new PinClient(key, 1);
        Bytes id = Requests.verified(key.send(Requests.make())).credentialId();
        List<Bytes> good = new ArrayList<>();
        for (Command<?> command : List.of(
                Requests.make().excluding(List.of(CredentialDescriptor.of(id))),
                Requests.makeDiscoverable(Requests.USER),
                Requests.get(id).with(CredentialOptions.NONE.withUp(false)),
                Requests.get(),
                client.set(PIN),
                client.change(PIN, "56789"),
                client.legacy(PIN),
                client.withPermissions(PIN, 3, Optional.of(Requests.RP)))) {
            good.add(command.encode());
        }
        return good;
    }

    private Bytes mutated(Bytes request) {
        byte[] octets = request.toArray();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        }
        int length = random.nextInt(8) == 0 ? random.nextInt(octets.length) + 1 : octets.length;
        return Bytes.of(octets, 0, length);
    }

    private void expectStatus(Bytes request) {
        Bytes answer = key.cbor(request);
        assertFalse(answer.isEmpty(), request.hex());
        assertNotEquals(OTHER, answer.at(0), request.hex());
    }

    private void expectUsable() {
        key.key.powerCycle();
        key.send(new Reset());
        key.send(new PinClient(key, 2).set(PIN));
        PinClient client = new PinClient(key, 2);
        var made = key.send(Requests.make().with(client.proof(client.token(PIN, Requests.RP), Requests.HASH)));
        Bytes id = Requests.verified(made).credentialId();
        assertEquals(CtapStatus.OK, key.status(Requests.get(id)));
    }
}

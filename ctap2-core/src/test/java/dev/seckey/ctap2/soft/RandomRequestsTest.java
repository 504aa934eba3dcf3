package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.BioEnrollment;
import dev.seckey.ctap2.command.Command;
import dev.seckey.ctap2.command.CredentialManagement;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.LargeBlobs;
import dev.seckey.ctap2.command.PinUvAuth;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever a client sends, a key answers and works on. The seed is fixed, so that a failure comes again. More than a
 * hundred thousand requests; {@code -Dseckey.requests=1000000} makes it as many more.
 */
class RandomRequestsTest {
    private static final int REQUESTS = Integer.getInteger("seckey.requests", 40_000);

    /** Of so many requests one is looked at more closely, which takes longer than the request. */
    private static final int CLOSER_LOOK = 25;

    /** Status 7F is for what nobody foresaw: no request may end in it. */
    private static final int OTHER = CtapStatus.OTHER.number();

    /** These may change the count of tries though they are refused. */
    private static final int CLIENT_PIN = 0x06;

    private static final Optional<PinUvAuth> PROOF = Optional.of(new PinUvAuth(Bytes.of(new byte[32]), 2));

    private final Random random = new Random(20261124);
    private int asked;
    private final Snapshots memory = new Snapshots();
    private KeyInHand key = new KeyInHand(KeyInHand.profile(), memory);

    @Test
    void everyRequestOfRandomBytesGetsAStatus() {
        for (int i = 0; i < REQUESTS; i++) {
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

    /** What manages the key, on a key that has everything. */
    @Test
    void everyMutatedRequestToManageTheKeyGetsAStatus() {
        key = new KeyInHand(SimulatedProfiles.named("full").orElseThrow(), memory);
        List<Bytes> good = managingRequests();
        for (int i = 0; i < REQUESTS; i++) {
            expectStatus(mutated(good.get(random.nextInt(good.size()))));
        }
        expectUsable();
    }

    private List<Bytes> managingRequests() {
        key.send(Requests.makeDiscoverable(Requests.USER));
        Bytes empty = Bytes.ofInts(0x80);
        CborMap rpIdHash = CborMap.builder()
                .put(CredentialManagement.RP_ID_HASH, Bytes.utf8(Requests.RP).sha256())
                .build();
        CborMap pinRules = CborMap.builder()
                .put(AuthenticatorConfig.NEW_MIN_PIN_LENGTH, 6)
                .put(AuthenticatorConfig.MIN_PIN_LENGTH_RPIDS, List.of(Requests.RP))
                .build();
        return List.of(
                new CredentialManagement(false, 1, CborMap.EMPTY, PROOF).encode(),
                new CredentialManagement(false, 4, rpIdHash, PROOF).encode(),
                new CredentialManagement(false, 5, CborMap.EMPTY, Optional.empty()).encode(),
                LargeBlobs.write(0, empty.plus(empty.sha256().slice(0, 16)), Optional.of(17))
                        .encode(),
                LargeBlobs.read(0, 100).encode(),
                new AuthenticatorConfig(2, CborMap.EMPTY, PROOF).encode(),
                new AuthenticatorConfig(3, pinRules, Optional.empty()).encode(),
                BioEnrollment.of(false, BioEnrollment.Sub.ENROLL_BEGIN, CborMap.EMPTY)
                        .encode());
    }

    @Test
    void everyMutatedApduGetsAStatusWord() {
        List<Bytes> good = List.of(
                new U2fRegister(Requests.HASH, Requests.HASH).apdu().encodeExtended(),
                new U2fAuthenticate(U2fControl.CHECK_ONLY, Requests.HASH, Requests.HASH, Bytes.of(new byte[61]))
                        .apdu()
                        .encodeExtended());
        for (int i = 0; i < REQUESTS / 4; i++) {
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
        boolean closer = asked++ % CLOSER_LOOK == 0 && request.at(0) != CLIENT_PIN;
        CborMap before = closer ? memory.now() : CborMap.EMPTY;
        Bytes answer = key.cbor(request);
        assertFalse(answer.isEmpty(), request.hex());
        assertNotEquals(OTHER, answer.at(0), request.hex());
        if (closer && answer.at(0) != CtapStatus.OK.number()) {
            assertEquals(Set.of(), memory.changedSince(before), request.hex());
        }
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

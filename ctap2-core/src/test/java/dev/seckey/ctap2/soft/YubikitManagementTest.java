package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.yubico.yubikit.core.fido.CtapException;
import com.yubico.yubikit.fido.ctap.ClientPin;
import com.yubico.yubikit.fido.ctap.Config;
import com.yubico.yubikit.fido.ctap.CredentialManagement;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import com.yubico.yubikit.fido.ctap.FingerprintBioEnrollment;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocol;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocolV1;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocolV2;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.LargeBlobs;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.transport.Ticker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client that others wrote, Yubico's, manages on a key, by both protocols and over USB packets. */
class YubikitManagementTest {
    private static final String PIN = "123456";
    private static final Map<String, Object> USER = Map.of("id", new byte[] {1}, "name", "Ada");

    private final SoftAuthenticator key =
            new SoftAuthenticator(SimulatedProfiles.named("full").orElseThrow(), Environment.ofThisMachine());

    private Ctap2Session session;
    private PinUvAuthProtocol protocol;
    private ClientPin pin;

    private void open(int number) throws Exception {
        session = new Ctap2Session(new UsbConnection(new SoftHidPipe(key, Ticker.SYSTEM)));
        protocol = number == 1 ? new PinUvAuthProtocolV1() : new PinUvAuthProtocolV2();
        pin = new ClientPin(session, protocol);
        pin.setPin(PIN.toCharArray());
    }

    private byte[] token(int permission) throws Exception {
        return pin.getPinToken(PIN.toCharArray(), permission, null);
    }

    private void makeDiscoverable(int number) throws Exception {
        byte[] token = pin.getPinToken(PIN.toCharArray(), ClientPin.PIN_PERMISSION_MC, RP);
        session.makeCredential(
                HASH.toArray(),
                Map.of("id", RP, "name", "Example"),
                USER,
                List.of(Map.of("type", "public-key", "alg", -7)),
                null,
                null,
                Map.of("rk", true),
                protocol.authenticate(token, HASH.toArray()),
                number,
                null,
                null);
    }

    private CredentialManagement managing(int permission) throws Exception {
        return new CredentialManagement(session, protocol, token(permission));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itListsRenamesAndDeletesCredentials(int number) throws Exception {
        open(number);
        makeDiscoverable(number);
        CredentialManagement management = managing(ClientPin.PIN_PERMISSION_CM);
        assertEquals(1, management.getMetadata().getExistingResidentCredentialsCount());

        CredentialManagement.RpData rp = management.enumerateRps().get(0);
        assertEquals(RP, rp.getRp().get("id"));
        CredentialManagement.CredentialData made =
                management.enumerateCredentials(rp.getRpIdHash()).get(0);
        assertEquals("Ada", made.getUser().get("name"));

        management.updateUserInformation(made.getCredentialId(), Map.of("id", new byte[] {1}, "name", "Ada L."));
        assertEquals(
                "Ada L.",
                management
                        .enumerateCredentials(rp.getRpIdHash())
                        .get(0)
                        .getUser()
                        .get("name"));
        management.deleteCredential(made.getCredentialId());
        assertEquals(0, management.getMetadata().getExistingResidentCredentialsCount());
        assertEquals(List.of(), management.enumerateRps());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itReadsWithAPersistentTokenAndChangesNothing(int number) throws Exception {
        open(number);
        makeDiscoverable(number);
        CredentialManagement reading = managing(ClientPin.PIN_PERMISSION_PCMR);
        byte[] rpIdHash = reading.enumerateRps().get(0).getRpIdHash();
        Map<String, ?> id = reading.enumerateCredentials(rpIdHash).get(0).getCredentialId();

        CtapException refused = assertThrows(CtapException.class, () -> reading.deleteCredential(id));

        assertEquals(CtapException.ERR_PIN_AUTH_INVALID, refused.getCtapError());
        assertEquals(1, reading.getMetadata().getExistingResidentCredentialsCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itConfiguresTheKey(int number) throws Exception {
        open(number);
        Config config = new Config(session, protocol, token(ClientPin.PIN_PERMISSION_ACFG));

        config.toggleAlwaysUv();
        config.enableEnterpriseAttestation();
        config.setMinPinLength(5, List.of(RP), false);
        assertEquals(true, session.getInfo().getOptions().get("alwaysUv"));
        assertEquals(true, session.getInfo().getOptions().get("ep"));
        assertEquals(5, session.getInfo().getMinPinLength());

        CtapException shorter = assertThrows(CtapException.class, () -> config.setMinPinLength(4, null, null));
        assertEquals(CtapException.ERR_PIN_POLICY_VIOLATION, shorter.getCtapError());
        config.setMinPinLength(null, null, true);
        assertTrue(session.getInfo().getForcePinChange());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itWritesAndReadsLargeBlobs(int number) throws Exception {
        open(number);
        Bytes content = Bytes.fromHex("81 43 010203");
        Bytes array = content.plus(content.sha256().slice(0, 16));
        Bytes signed = LargeBlobs.write(0, array, Optional.of(array.size())).authenticated();
        byte[] proof = protocol.authenticate(token(ClientPin.PIN_PERMISSION_LBW), signed.toArray());

        session.largeBlobs(0, null, array.toArray(), array.size(), proof, number);

        assertArrayEquals(array.toArray(), (byte[])
                session.largeBlobs(0, 1024, null, null, null, null).get(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itEnrollsUsesNamesAndRemovesAFinger(int number) throws Exception {
        open(number);
        FingerprintBioEnrollment bio =
                new FingerprintBioEnrollment(session, protocol, token(ClientPin.PIN_PERMISSION_BE));
        assertEquals(BioEnrollmentHandler.SAMPLES, bio.getSensorInfo().getMaxCaptureSamplesRequiredForEnroll());
        FingerprintBioEnrollment.Context enrolling = bio.enroll(10_000);
        byte[] id = null;
        for (int sample = 0; sample < BioEnrollmentHandler.SAMPLES; sample++) {
            id = enrolling.capture(null);
        }
        bio.setName(id, "left thumb");
        Map<byte[], String> listed = bio.enumerateEnrollments();
        assertEquals(List.of("left thumb"), List.copyOf(listed.values()));
        assertArrayEquals(id, listed.keySet().iterator().next());
        assertEquals(FingerprintStore.MAX_RETRIES, pin.getUvRetries());

        // the finger gives a token, and so takes the place of the one that enrolled it
        assertEquals(32, pin.getUvToken(ClientPin.PIN_PERMISSION_GA, RP, null).length);
        bio = new FingerprintBioEnrollment(session, protocol, token(ClientPin.PIN_PERMISSION_BE));
        bio.removeEnrollment(id);
        assertFalse((Boolean) session.getInfo().getOptions().get("uv"));
    }
}

package dev.seckey.ctap2.u2f;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.transport.CommandApdu;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import org.junit.jupiter.api.Test;

/** FIDO U2F Raw Message Formats v1.2, with the examples of its §8. */
class U2fMessagesTest {
    private static final Bytes REGISTER_CHALLENGE =
            Bytes.fromHex("4142d21c00d94ffb9d504ada8f99b721f4b191ae4e37ca0140f696b6983cfacb");
    private static final Bytes REGISTER_APPLICATION =
            Bytes.fromHex("f0e6a6a97042a4f1f1c87f5f7d44315b2d852c2df5c7991cc66241bf7072d1c4");
    private static final U2fRegister REGISTER = new U2fRegister(REGISTER_CHALLENGE, REGISTER_APPLICATION);

    private static final Bytes PUBLIC_KEY = Bytes.fromHex("""
            04b174bc49c7ca254b70d2e5c207cee9cf174820ebd77ea3c65508c26da51b657c
            1cc6b952f8621697936482da0a6d3d3826a59095daf6cd7c03e2e60385d2f6d9
            """);
    private static final Bytes KEY_HANDLE = Bytes.fromHex("""
            2a552dfdb7477ed65fd84133f86196010b2215b57da75d315b7b9e8fe2e3925a
            6019551bab61d16591659cbaf00b4950f7abfe6660e2e006f76868b772d70c25
            """);
    private static final Bytes CERTIFICATE = Bytes.fromHex("""
            3082013c3081e4a003020102020a47901280001155957352300a06082a8648ce3d0403023017311530130603550403130c
            476e756262792050696c6f74301e170d3132303831343138323933325a170d3133303831343138323933325a3031312f30
            2d0603550403132650696c6f74476e756262792d302e342e312d3437393031323830303031313535393537333532305930
            1306072a8648ce3d020106082a8648ce3d030107034200048d617e65c9508e64bcc5673ac82a6799da3c1446682c258c46
            3fffdf58dfd2fa3e6c378b53d795c4a4dffb4199edd7862f23abaf0203b4b8911ba0569994e101300a06082a8648ce3d04
            03020347003044022060cdb6061e9c22262d1aac1d96d8c70829b2366531dda268832cb836bcd30dfa0220631b1459f09e
            6330055722c8d89b7f48883b9089b88d60d1d9795902b30410df
            """);
    private static final Bytes REGISTER_SIGNATURE = Bytes.fromHex("""
            304502201471899bcc3987e62e8202c9b39c33c19033f7340352dba80fcab017db9230e4
            02210082677d673d891933ade6f617e5dbde2e247e70423fd5ad7804a6d3d3961ef871
            """);
    private static final Bytes REGISTRATION = Bytes.concat(
            Bytes.fromHex("05"), PUBLIC_KEY, Bytes.fromHex("40"), KEY_HANDLE, CERTIFICATE, REGISTER_SIGNATURE);

    private static final U2fAuthenticate AUTHENTICATE = new U2fAuthenticate(
            U2fControl.ENFORCE_USER_PRESENCE,
            Bytes.fromHex("ccd6ee2e47baef244d49a222db496bad0ef5b6f93aa7cc4d30c4821b3b9dbc57"),
            Bytes.fromHex("4b0be934baebb5d12d26011b69227fa5e86df94e7d94aa2949a89f2d493992ca"),
            KEY_HANDLE);
    private static final Bytes ASSERTION = Bytes.fromHex("""
            0100000001
            304402204b5f0cd17534cedd8c34ee09570ef542a353df4436030ce43d406de870b84778
            0220267bb998fac9b7266eb60e7cb0b5eabdfd5ba9614f53c7b22272ec10047a923f
            """);

    private static U2fRegistration registration(Bytes data) {
        return REGISTER.decode(data);
    }

    @Test
    void aRegistrationIsAskedForWithChallengeAndApplication() {
        assertEquals(
                Bytes.concat(
                        Bytes.fromHex("00010000000040"),
                        REGISTER_CHALLENGE,
                        REGISTER_APPLICATION,
                        Bytes.fromHex("0000")),
                REGISTER.apdu().encodeExtended());
        assertEquals(REGISTER, U2fRegister.from(REGISTER.apdu()));
    }

    @Test
    void aRegistrationIsTakenApart() {
        U2fRegistration registration = registration(REGISTRATION);

        assertEquals(new U2fRegistration(PUBLIC_KEY, KEY_HANDLE, CERTIFICATE, REGISTER_SIGNATURE), registration);
        assertEquals(REGISTRATION, registration.encode());
    }

    @Test
    void theAttestationSignatureIsOverWhatTheSpecificationSays() throws Exception {
        PublicKey key = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(CERTIFICATE.toArray()))
                .getPublicKey();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(key);
        signature.update(
                U2fRegistration.signedOver(REGISTER, KEY_HANDLE, PUBLIC_KEY).toArray());

        assertTrue(signature.verify(REGISTER_SIGNATURE.toArray()));
    }

    @Test
    void aRegistrationCutOffAnywhereIsRefused() {
        for (int size = 0; size < REGISTRATION.size(); size++) {
            Bytes part = REGISTRATION.slice(0, size);
            assertThrows(MalformedFault.class, () -> registration(part), () -> part.size() + " bytes");
        }
    }

    @Test
    void aRegistrationWithMoreBehindItIsRefused() {
        assertThrows(MalformedFault.class, () -> registration(REGISTRATION.plus(Bytes.ofInts(0))));
    }

    @Test
    void anAuthenticationIsAskedForWithItsKeyHandle() {
        CommandApdu apdu = AUTHENTICATE.apdu();

        assertEquals(
                "0002030000" + "0081",
                apdu.encodeExtended().slice(0, 7).hex(),
                "P1 is the control byte, and 129 bytes follow");
        assertEquals(0x40, apdu.data().at(64));
        assertEquals(AUTHENTICATE, U2fAuthenticate.from(apdu));
    }

    @Test
    void anAuthenticationIsTakenApart() {
        U2fAssertion assertion = AUTHENTICATE.decode(ASSERTION);

        assertTrue(assertion.userPresent());
        assertEquals(1, assertion.counter());
        assertEquals(ASSERTION.from(5), assertion.signature());
        assertEquals(ASSERTION, assertion.encode());
    }

    @Test
    void whatAnAuthenticationSignsIsApplicationPresenceCounterAndChallenge() {
        assertEquals(
                Bytes.concat(AUTHENTICATE.application(), Bytes.fromHex("0100000001"), AUTHENTICATE.challenge()),
                U2fAssertion.signedOver(AUTHENTICATE, 1, 1));
    }

    @Test
    void requestsOfWrongLengthAreRefused() {
        Bytes tooShort = Bytes.of(new byte[63]);
        Bytes handleCutOff = AUTHENTICATE.apdu().data().slice(0, 100);

        assertThrows(MalformedFault.class, () -> U2fRegister.from(CommandApdu.of(0, U2fRegister.INS, 0, 0, tooShort)));
        assertThrows(
                MalformedFault.class,
                () -> U2fAuthenticate.from(CommandApdu.of(0, U2fAuthenticate.INS, 3, 0, handleCutOff)));
        assertThrows(
                MalformedFault.class, () -> U2fVersion.from(CommandApdu.of(0, U2fVersion.INS, 0, 0, Bytes.ofInts(0))));
    }

    @Test
    void aControlByteThatIsNotAssignedIsRefused() {
        CommandApdu apdu = CommandApdu.of(
                0, U2fAuthenticate.INS, 0x05, 0, AUTHENTICATE.apdu().data());

        assertThrows(MalformedFault.class, () -> U2fAuthenticate.from(apdu));
    }
}

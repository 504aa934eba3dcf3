package dev.seckey.ctap2.u2f;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.CommandApdu;

/**
 * U2F_REGISTER (raw message formats §4): make a key pair.
 *
 * @param challenge 32 bytes: the SHA-256 of the client data
 * @param application 32 bytes: the SHA-256 of the application identity, or of the RP ID
 */
public record U2fRegister(Bytes challenge, Bytes application) implements U2fRequest<U2fRegistration> {
    public static final int INS = 0x01;

    private static final int HASH = 32;

    public U2fRegister {
        U2fRequest.requireSize(challenge, HASH, "the challenge");
        U2fRequest.requireSize(application, HASH, "the application");
    }

    @Override
    public CommandApdu apdu() {
        // some old clients set P1 to 03; the specification has 00
        return CommandApdu.of(CLA, INS, 0, 0, challenge.plus(application));
    }

    /** The authenticator's side. P1 is not looked at, because clients differ. */
    public static U2fRegister from(CommandApdu apdu) {
        Bytes data = apdu.data();
        U2fRequest.requireSize(data, 2 * HASH, "the registration request");
        return new U2fRegister(data.slice(0, HASH), data.from(HASH));
    }

    @Override
    public U2fRegistration decode(Bytes data) {
        return U2fRegistration.from(data);
    }
}

package dev.seckey.ctap2.u2f;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.transport.CommandApdu;

/**
 * U2F_AUTHENTICATE (raw message formats §5): sign with a key pair made earlier.
 *
 * @param challenge 32 bytes: the SHA-256 of the client data
 * @param application 32 bytes: the SHA-256 of the application identity, or of the RP ID
 * @param keyHandle at most 255 bytes, from the registration
 */
public record U2fAuthenticate(U2fControl control, Bytes challenge, Bytes application, Bytes keyHandle)
        implements U2fRequest<U2fAssertion> {
    public static final int INS = 0x02;

    private static final int HASH = 32;
    private static final int MAX_KEY_HANDLE = 255;

    public U2fAuthenticate {
        U2fRequest.requireSize(challenge, HASH, "the challenge");
        U2fRequest.requireSize(application, HASH, "the application");
        if (keyHandle.size() > MAX_KEY_HANDLE) {
            throw U2fRequest.malformed("the key handle has " + keyHandle.size() + " bytes, more than 255");
        }
    }

    @Override
    public CommandApdu apdu() {
        Bytes data = Bytes.concat(challenge, application, Bytes.ofInts(keyHandle.size()), keyHandle);
        return CommandApdu.of(CLA, INS, control.number(), 0, data);
    }

    /** The authenticator's side. */
    public static U2fAuthenticate from(CommandApdu apdu) {
        Bytes data = apdu.data();
        int handle = 2 * HASH + 1;
        if (data.size() < handle) {
            throw U2fRequest.malformed("the authentication request is cut off");
        }
        U2fRequest.requireSize(data, handle + data.at(handle - 1), "the authentication request");
        U2fControl control = U2fControl.of(apdu.p1())
                .orElseThrow(() -> new MalformedFault(
                        CtapStatus.INVALID_PARAMETER, String.format("U2F: no such control byte: %02X", apdu.p1())));
        return new U2fAuthenticate(control, data.slice(0, HASH), data.slice(HASH, 2 * HASH), data.from(handle));
    }

    @Override
    public U2fAssertion decode(Bytes data) {
        return U2fAssertion.from(data);
    }
}

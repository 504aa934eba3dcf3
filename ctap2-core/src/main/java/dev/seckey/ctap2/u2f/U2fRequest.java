package dev.seckey.ctap2.u2f;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.transport.CommandApdu;

/** A U2F message that knows what its answer looks like. */
public sealed interface U2fRequest<R> permits U2fRegister, U2fAuthenticate, U2fVersion {
    /** The class of all U2F commands. */
    int CLA = 0x00;

    /** The command, ready for {@link dev.seckey.ctap2.transport.CtapDevice#u2f}: with extended lengths. */
    CommandApdu apdu();

    /**
     * Reads the data of a successful answer.
     *
     * @throws MalformedFault if it is not as the specification says
     */
    R decode(Bytes data);

    /** @throws MalformedFault naming what is wrong, if it is not {@code size} bytes */
    static void requireSize(Bytes data, int size, String what) {
        if (data.size() != size) {
            throw malformed(what + " has " + data.size() + " bytes, not " + size);
        }
    }

    static MalformedFault malformed(String what) {
        return new MalformedFault(CtapStatus.INVALID_LENGTH, "U2F: " + what);
    }
}

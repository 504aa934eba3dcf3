package dev.seckey.ctap2.u2f;

import dev.seckey.ctap2.bytes.Bytes;

/**
 * The answer to {@link U2fAuthenticate} (raw message formats §5.4).
 *
 * @param flags one byte; bit 0: the user was present
 * @param counter signatures so far, 32 bits
 * @param signature ECDSA over {@link #signedOver}, DER
 */
public record U2fAssertion(int flags, long counter, Bytes signature) {
    public static final int USER_PRESENT = 0x01;

    private static final int HEADER = 5;

    static U2fAssertion from(Bytes data) {
        if (data.size() <= HEADER) {
            throw U2fRequest.malformed("the authentication answer is cut off");
        }
        return new U2fAssertion(data.at(0), data.uint32(1), data.from(HEADER));
    }

    public boolean userPresent() {
        return (flags & USER_PRESENT) != 0;
    }

    /** The authenticator's side. */
    public Bytes encode() {
        return header(flags, counter).plus(signature);
    }

    /** What the signature of an authentication is over. */
    public static Bytes signedOver(U2fAuthenticate request, int flags, long counter) {
        return Bytes.concat(request.application(), header(flags, counter), request.challenge());
    }

    private static Bytes header(int flags, long counter) {
        int number = (int) counter;
        return Bytes.ofInts(flags, number >>> 24, number >>> 16, number >>> 8, number);
    }
}

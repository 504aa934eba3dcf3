package dev.seckey.ctap2.u2f;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;

/**
 * The answer to {@link U2fRegister} (raw message formats §4.3).
 *
 * @param publicKey 65 bytes: a point of P-256, uncompressed
 * @param keyHandle at most 255 bytes
 * @param certificate the attestation certificate (X.509, DER)
 * @param signature ECDSA over {@link #signedOver}, DER
 */
public record U2fRegistration(Bytes publicKey, Bytes keyHandle, Bytes certificate, Bytes signature) {
    private static final int RESERVED = 0x05;
    private static final int UNCOMPRESSED = 0x04;
    private static final int POINT = 65;
    private static final int SEQUENCE = 0x30;

    /** @throws MalformedFault if it has another form */
    public static U2fRegistration from(Bytes data) {
        if (data.size() < 1 + POINT + 1 || data.at(0) != RESERVED || data.at(1) != UNCOMPRESSED) {
            throw U2fRequest.malformed("the registration does not begin as it should");
        }
        int handle = 1 + POINT + 1;
        int certificate = handle + data.at(handle - 1);
        int signature = certificate + sequenceSize(data, certificate, "the attestation certificate");
        if (signature + sequenceSize(data, signature, "the signature") != data.size()) {
            throw U2fRequest.malformed("something follows the signature of the registration");
        }
        return new U2fRegistration(
                data.slice(1, 1 + POINT),
                data.slice(handle, certificate),
                data.slice(certificate, signature),
                data.from(signature));
    }

    /** Bytes that the DER sequence at this place takes up, header included; all of them are there. */
    private static int sequenceSize(Bytes data, int at, String what) {
        int left = data.size() - at;
        if (left < 2 || data.at(at) != SEQUENCE) {
            throw U2fRequest.malformed(what + " is missing");
        }
        int length = data.at(at + 1);
        int size;
        if (length < 0x80) {
            size = 2 + length;
        } else if (length == 0x81 && left >= 3) {
            size = 3 + data.at(at + 2);
        } else if (length == 0x82 && left >= 4) {
            size = 4 + data.uint16(at + 2);
        } else {
            throw U2fRequest.malformed(what + " has a length that cannot be");
        }
        if (size > left) {
            throw U2fRequest.malformed(what + " is cut off");
        }
        return size;
    }

    /** The authenticator's side. */
    public Bytes encode() {
        return Bytes.concat(
                Bytes.ofInts(RESERVED), publicKey, Bytes.ofInts(keyHandle.size()), keyHandle, certificate, signature);
    }

    /** What the signature of a registration is over. */
    public static Bytes signedOver(U2fRegister request, Bytes keyHandle, Bytes publicKey) {
        return Bytes.concat(Bytes.ofInts(0), request.application(), request.challenge(), keyHandle, publicKey);
    }
}

package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The certificates of an attestation statement: the attestation key's first, then those that lead towards a root.
 *
 * @param shortfalls bytes that followed a certificate, a line each
 */
record X5c(List<X509Certificate> certificates, List<String> shortfalls) {
    static final Field<List<Bytes>> FIELD = Field.of("x5c", CborType.list(CborType.BYTES));

    static X5c from(CborMap statement) {
        List<Bytes> encoded = statement.require(FIELD);
        if (encoded.isEmpty()) {
            throw new MalformedFault(CtapStatus.INVALID_PARAMETER, "an attestation with an empty list of certificates");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        List<String> shortfalls = new ArrayList<>();
        for (Bytes each : encoded) {
            X509Certificate certificate = Certificates.parse(each);
            int extra = each.size() - Certificates.size(certificate);
            if (extra > 0) {
                shortfalls.add("the certificate of " + Certificates.name(certificate) + " is followed by " + extra
                        + " bytes that are not part of it");
            }
            certificates.add(certificate);
        }
        return new X5c(List.copyOf(certificates), List.copyOf(shortfalls));
    }

    X509Certificate leaf() {
        return certificates.get(0);
    }
}

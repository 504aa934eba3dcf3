package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.TrustFault;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A JSON Web Token in compact form (RFC 7515 §7.1), taken apart; only what a metadata BLOB may be is let through. */
final class Jwt {
    private static final int MOST_CERTIFICATES = 10;
    private static final int RSA_LEAST_BITS = 2048;
    private static final int P256_BITS = 256;

    private final ByteBuffer signedText;
    private final ByteBuffer payload;
    private final byte[] signature;
    private String algorithm = "";
    private boolean pointsElsewhere;
    private boolean hasCriticalExtension;
    private final List<Optional<Bytes>> encodedChain = new ArrayList<>();
    private final List<X509Certificate> chain;

    private Jwt(ByteBuffer signedText, ByteBuffer header, ByteBuffer payload, ByteBuffer signature) {
        this.signedText = signedText;
        this.payload = payload;
        this.signature = decode(signature);
        JsonReader.read(decode(header), "the header of the metadata BLOB", this::readHeader);
        checkHeader();
        this.chain = encodedChain.stream().map(Jwt::certificate).toList();
    }

    /**
     * Nothing is believed yet: the signature is not checked here. The token is not copied: at tens of megabytes that
     * would be felt.
     */
    static Jwt parse(byte[] token) {
        if (token.length > JsonReader.MAX_SIZE) {
            throw new TrustFault("the metadata BLOB is too large: " + token.length + " bytes");
        }
        int start = 0;
        int end = token.length;
        while (end > 0 && isSpace(token[end - 1])) {
            end--;
        }
        while (start < end && isSpace(token[start])) {
            start++;
        }
        int first = dot(token, start, end);
        int second = dot(token, first + 1, end);
        if (second >= end || dot(token, second + 1, end) < end) {
            throw notAToken();
        }
        return new Jwt(
                part(token, start, second),
                part(token, start, first),
                part(token, first + 1, second),
                part(token, second + 1, end));
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }

    /** Where the next dot stands; the end if there is none. */
    private static int dot(byte[] token, int from, int end) {
        int place = from;
        while (place < end && token[place] != '.') {
            place++;
        }
        return place;
    }

    private static ByteBuffer part(byte[] token, int from, int to) {
        return ByteBuffer.wrap(token, from, to - from);
    }

    /** The certificates of the header, the signer's first. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** @return the payload, which this key has signed */
    byte[] verifiedPayload(PublicKey key) {
        if (!isSignedBy(key)) {
            throw new TrustFault("the signature of the metadata BLOB is wrong: it was changed after it was signed");
        }
        return decode(payload);
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            Signature verifier = verifier(key);
            verifier.initVerify(key);
            verifier.update(signedText.duplicate());
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Signature verifier(PublicKey key) throws GeneralSecurityException {
        if (algorithm.equals("RS256")
                && key instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() >= RSA_LEAST_BITS) {
            return Signature.getInstance("SHA256withRSA");
        }
        if (algorithm.equals("ES256")
                && key instanceof ECPublicKey ec
                && ec.getParams().getCurve().getField().getFieldSize() == P256_BITS) {
            return Signature.getInstance("SHA256withECDSAinP1363Format");
        }
        throw new TrustFault("the signer's key does not fit the signature algorithm " + algorithm);
    }

    private Jwt readHeader(JsonReader json) {
        json.object(member -> {
            switch (member) {
                case "alg" -> algorithm = json.text().orElse("");
                case "x5u" -> pointsElsewhere = true;
                case "crit" -> hasCriticalExtension = true;
                case "x5c" -> json.array(() -> encodedChain.add(json.base64()));
                default -> {}
            }
        });
        return this;
    }

    private void checkHeader() {
        if (!algorithm.equals("RS256") && !algorithm.equals("ES256")) {
            throw new TrustFault("the metadata BLOB is signed with \"" + printable(algorithm)
                    + "\"; only RS256 and ES256 are accepted");
        }
        if (pointsElsewhere) {
            throw new TrustFault(
                    "the metadata BLOB points elsewhere for its certificates (x5u), which is not followed");
        }
        if (hasCriticalExtension) {
            throw new TrustFault("the metadata BLOB has a critical extension that this version does not know");
        }
        if (encodedChain.isEmpty() || encodedChain.size() > MOST_CERTIFICATES) {
            throw new TrustFault("the metadata BLOB carries " + encodedChain.size() + " certificates instead of 1 to "
                    + MOST_CERTIFICATES);
        }
    }

    private static X509Certificate certificate(Optional<Bytes> der) {
        try {
            byte[] octets = der.orElse(Bytes.EMPTY).toArray();
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(octets));
        } catch (CertificateException e) {
            throw new TrustFault("a certificate of the metadata BLOB cannot be read", e);
        }
    }

    /** Every octet of the token counts, also the bits that the last character of a part does not need. */
    private static byte[] decode(ByteBuffer part) {
        try {
            byte[] octets = Base64.getUrlDecoder().decode(part.duplicate()).array();
            int odd = octets.length % 3;
            ByteBuffer end = part.duplicate().position(part.limit() - (odd == 0 ? 0 : odd + 1));
            byte[] last = Arrays.copyOfRange(octets, octets.length - odd, octets.length);
            byte[] again = Base64.getUrlEncoder().withoutPadding().encode(last);
            if (octets.length == part.remaining() * 3 / 4 && end.equals(ByteBuffer.wrap(again))) {
                return octets;
            }
            throw notAToken();
        } catch (IllegalArgumentException e) {
            throw notAToken();
        }
    }

    private static TrustFault notAToken() {
        return new TrustFault(
                "this is no metadata BLOB: not a signed JSON Web Token" + " (a proxy's answer or a web page, perhaps)");
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}

package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.TrustFault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A JSON Web Token in compact form (RFC 7515 §7.1), taken apart; only what a metadata BLOB may be is let through. */
final class Jwt {
    private static final int MOST_CERTIFICATES = 10;
    private static final int RSA_LEAST_BITS = 2048;
    private static final int P256_BITS = 256;

    private final byte[] signedText;
    private final byte[] payload;
    private final byte[] signature;
    private String algorithm = "";
    private boolean pointsElsewhere;
    private boolean hasCriticalExtension;
    private final List<Optional<Bytes>> encodedChain = new ArrayList<>();
    private final List<X509Certificate> chain;

    private Jwt(byte[] signedText, byte[] header, byte[] payload, byte[] signature) {
        this.signedText = signedText;
        this.payload = payload;
        this.signature = signature;
        JsonReader.read(header, "the header of the metadata BLOB", this::readHeader);
        checkHeader();
        this.chain = encodedChain.stream().map(Jwt::certificate).toList();
    }

    /** Nothing is believed yet: the signature is not checked here. */
    static Jwt parse(byte[] token) {
        if (token.length > 2L * JsonReader.MAX_SIZE) {
            throw new TrustFault("the metadata BLOB is too large: " + token.length + " bytes");
        }
        String[] parts = new String(token, StandardCharsets.ISO_8859_1).strip().split("\\.", -1);
        if (parts.length != 3) {
            throw notAToken();
        }
        byte[] signedText = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.ISO_8859_1);
        return new Jwt(signedText, decode(parts[0]), decode(parts[1]), decode(parts[2]));
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
        return payload;
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            Signature verifier = verifier(key);
            verifier.initVerify(key);
            verifier.update(signedText);
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
    private static byte[] decode(String part) {
        try {
            byte[] octets = Base64.getUrlDecoder().decode(part);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(octets).equals(part)) {
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

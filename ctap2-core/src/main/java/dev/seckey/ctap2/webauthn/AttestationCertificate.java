package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Aaguid;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** What the certificate of an attestation key says (WebAuthn Level 3 §8.2.1). */
final class AttestationCertificate {
    /** id-fido-gen-ce-aaguid: the model, 16 bytes. */
    static final String AAGUID_OID = "1.3.6.1.4.1.45724.1.1.4";

    /** id-fido-gen-ce-sernum: the key's own serial, in enterprise attestations alone (WebAuthn Level 3 §8.2.2). */
    static final String SERIAL_OID = "1.3.6.1.4.1.45724.1.1.2";

    /** Yubico's: the firmware, three bytes. */
    static final String YUBICO_FIRMWARE_OID = "1.3.6.1.4.1.41482.13.1";

    private static final String BASIC_CONSTRAINTS_OID = "2.5.29.19";
    /** ISO 3166-1 leaves these to its users; W3C's own test certificates are from AA. */
    private static final Pattern USER_ASSIGNED_COUNTRY = Pattern.compile("AA|Q[M-Z]|X[A-Z]|ZZ");

    private static final int OCTET_STRING = 0x04;
    private static final int LONGEST_SHORT_LENGTH = 0x7f;

    private final X509Certificate certificate;

    AttestationCertificate(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /** Empty as well where the extension is there and malformed, which is a shortfall. */
    Optional<Aaguid> aaguid() {
        return extension(AAGUID_OID)
                .filter(value -> value.size() == Aaguid.SIZE)
                .map(Aaguid::of);
    }

    Optional<Bytes> serial() {
        return extension(SERIAL_OID).filter(value -> !value.isEmpty());
    }

    Optional<FirmwareVersion> firmware() {
        return extension(YUBICO_FIRMWARE_OID)
                .filter(value -> value.size() == 3)
                .map(value -> new FirmwareVersion(value.at(0), value.at(1), value.at(2)));
    }

    /** What is required of certificates in packed statements and is not so, a line each. */
    List<String> packedShortfalls(Aaguid claimed) {
        List<String> found = new ArrayList<>();
        if (certificate.getVersion() != 3) {
            found.add("the certificate has version " + certificate.getVersion() + " instead of 3");
        }
        if (!subject(BCStyle.C, AttestationCertificate::isCountry)) {
            found.add("the certificate's subject names no country (C) of ISO 3166");
        }
        if (!subject(BCStyle.O, value -> !value.isEmpty())) {
            found.add("the certificate's subject names no organisation (O)");
        }
        if (!subject(BCStyle.OU, "Authenticator Attestation"::equals)) {
            found.add("the certificate's subject has no unit (OU) \"Authenticator Attestation\"");
        }
        if (!subject(BCStyle.CN, value -> !value.isEmpty())) {
            found.add("the certificate's subject has no common name (CN)");
        }
        if (certificate.getExtensionValue(BASIC_CONSTRAINTS_OID) == null) {
            found.add("the certificate does not say that it is no authority's");
        } else if (certificate.getBasicConstraints() >= 0) {
            found.add("the certificate is an authority's");
        }
        found.addAll(aaguidShortfalls(claimed));
        return List.copyOf(found);
    }

    /** What is wrong about the model in the certificate, where it names one. */
    List<String> aaguidShortfalls(Aaguid claimed) {
        if (certificate.getExtensionValue(AAGUID_OID) == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        if (Optional.ofNullable(certificate.getCriticalExtensionOIDs()).stream()
                .anyMatch(critical -> critical.contains(AAGUID_OID))) {
            found.add("the certificate's AAGUID is marked critical");
        }
        Optional<Aaguid> certified = aaguid();
        if (certified.isEmpty()) {
            found.add("the certificate's AAGUID is malformed");
        } else if (!certified.get().equals(claimed)) {
            found.add("the certificate is for AAGUID " + certified.get() + ", the key says it is " + claimed);
        }
        return List.copyOf(found);
    }

    /** A subject that cannot be read holds nothing; the JDK lets some such certificates pass. */
    private boolean subject(ASN1ObjectIdentifier type, Predicate<String> fits) {
        try {
            X500Name name =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            return Stream.of(name.getRDNs(type))
                    .flatMap(rdn -> Stream.of(rdn.getTypesAndValues()))
                    .filter(each -> each.getType().equals(type))
                    .map(AttributeTypeAndValue::getValue)
                    .anyMatch(value -> value instanceof ASN1String text && fits.test(text.getString()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isCountry(String code) {
        return Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2).contains(code)
                || USER_ASSIGNED_COUNTRY.matcher(code).matches();
    }

    /** Both are octet strings in the octet string that every extension is. */
    private Optional<Bytes> extension(String oid) {
        return Optional.ofNullable(certificate.getExtensionValue(oid))
                .map(Bytes::of)
                .flatMap(AttestationCertificate::octets)
                .flatMap(AttestationCertificate::octets);
    }

    /** The content of an OCTET STRING of up to 127 bytes, with nothing after it. */
    private static Optional<Bytes> octets(Bytes der) {
        boolean fits = der.size() >= 2
                && der.at(0) == OCTET_STRING
                && der.at(1) <= LONGEST_SHORT_LENGTH
                && der.at(1) == der.size() - 2;
        return fits ? Optional.of(der.from(2)) : Optional.empty();
    }
}

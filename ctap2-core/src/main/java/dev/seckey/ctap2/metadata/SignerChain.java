package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.fault.TrustFault.Flaw;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the signer of a BLOB is the FIDO Metadata Service. The certificates that come with the BLOB are a heap to
 * build a path from, not a path: its order and its last member have changed before.
 */
final class SignerChain {
    private static final String HOST = "mds.fidoalliance.org";
    private static final int SAN_DNS_NAME = 2;

    private SignerChain() {}

    /**
     * @param chain the signer's certificate first
     * @param at the moment at which every certificate must be valid
     * @return the trust anchor that the path ends in
     */
    static X509Certificate verify(List<X509Certificate> chain, Instant at, List<X509Certificate> anchors) {
        X509Certificate signer = chain.get(0);
        checkHost(signer);
        checkDates(signer, "the signer's certificate", at);
        try {
            return build(signer, chain, at, anchors);
        } catch (CertPathBuilderException e) {
            throw explain(chain, at, anchors);
        } catch (GeneralSecurityException e) {
            throw new TrustFault("the certificates of the metadata BLOB cannot be checked: " + e.getMessage(), e);
        }
    }

    private static X509Certificate build(
            X509Certificate signer, List<X509Certificate> chain, Instant at, List<X509Certificate> anchors)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        Set<TrustAnchor> trusted =
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet());
        if (trusted.isEmpty()) {
            throw new CertPathBuilderException("no trust anchor");
        }
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        PKIXCertPathBuilderResult path =
                (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
        return path.getTrustAnchor().getTrustedCert();
    }

    /** Any certificate of the same authority would chain: the name in it tells the service from everybody else. */
    private static void checkHost(X509Certificate signer) {
        List<String> names = dnsNames(signer);
        if (names.stream().noneMatch(HOST::equalsIgnoreCase)) {
            throw new TrustFault(
                    Flaw.OTHER_SIGNER,
                    "the metadata BLOB is signed by "
                            + (names.isEmpty()
                                    ? signer.getSubjectX500Principal().getName()
                                    : String.join(", ", names))
                            + ", not by " + HOST);
        }
    }

    private static List<String> dnsNames(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(name -> name.get(0).equals(SAN_DNS_NAME))
                    .map(name -> (String) name.get(1))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static void checkDates(X509Certificate certificate, String what, Instant at) {
        if (at.isAfter(certificate.getNotAfter().toInstant())) {
            throw new TrustFault(
                    Flaw.EXPIRED,
                    what + " expired on " + day(certificate.getNotAfter())
                            + "; a file from before then can be validated at its own date (--at)");
        }
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            throw new TrustFault(
                    Flaw.NOT_YET_VALID,
                    what + " is valid only from " + day(certificate.getNotBefore()) + "; checked for "
                            + day(Date.from(at)) + " (is the clock right?)");
        }
    }

    /** No path was found: an expired certificate on the way, or a root that is not ours. */
    private static TrustFault explain(List<X509Certificate> chain, Instant at, List<X509Certificate> anchors) {
        String top = chain.get(chain.size() - 1).getIssuerX500Principal().getName();
        for (X509Certificate certificate : chain) {
            checkDates(
                    certificate,
                    "the certificate " + certificate.getSubjectX500Principal().getName(),
                    at);
        }
        for (X509Certificate anchor : anchors) {
            if (anchor.getSubjectX500Principal().getName().equals(top)) {
                checkDates(anchor, "the root certificate " + top, at);
            }
        }
        return new TrustFault(
                Flaw.UNKNOWN_ROOT,
                "the signer of the metadata BLOB does not chain to a known root; its certificates end in " + top);
    }

    private static LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }
}

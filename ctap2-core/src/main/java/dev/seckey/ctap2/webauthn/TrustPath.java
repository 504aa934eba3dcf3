package dev.seckey.ctap2.webauthn;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
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
import java.util.stream.Stream;

/**
 * Whether certificates lead to an anchor (RFC 5280 §6). Metadata lists roots, intermediates and plain attestation
 * certificates as anchors (FIDO Metadata Statement 3.1 §4, attestationRootCertificates). Each is trusted as it stands,
 * whatever its own dates, issuer and constraints: some roots in use say that they are no authority. Revocation lists
 * are not asked for.
 *
 * @param anchor the anchor reached; present also where only a date is wrong
 * @param outOfDate what is not valid at the time asked for, in words
 * @param summary one line on how it came out
 */
public record TrustPath(Optional<X509Certificate> anchor, Optional<String> outOfDate, String summary) {

    /** Whether an anchor is reached and every certificate on the way is valid at the time asked for. */
    public boolean holds() {
        return anchor.isPresent() && outOfDate.isEmpty();
    }

    /**
     * @param x5c the attestation key's certificate first, the others in any order
     * @param at the time at which the certificates must be valid
     */
    public static TrustPath find(List<X509Certificate> x5c, Collection<X509Certificate> anchors, Instant at) {
        if (x5c.isEmpty()) {
            return none("there is no certificate");
        }
        if (anchors.isEmpty()) {
            return none("no trust anchor is known");
        }
        Search search = new Search(x5c, anchors);
        return search.at(at)
                .or(() -> search.atAnyTime()
                        .map(found -> found.judged(at))
                        .filter(found -> found.outOfDate().isPresent()))
                .map(Found::toTrustPath)
                .orElseGet(() -> none(search.whyNot()));
    }

    private static TrustPath none(String reason) {
        return new TrustPath(Optional.empty(), Optional.empty(), reason);
    }

    /** A path that is right but for, perhaps, its dates. */
    private record Found(List<X509Certificate> path, X509Certificate anchor, Optional<String> outOfDate) {
        Found judged(Instant at) {
            Optional<String> wrong =
                    path.stream().flatMap(each -> dateFault(each, at).stream()).findFirst();
            return new Found(path, anchor, wrong);
        }

        TrustPath toTrustPath() {
            String reached = "leads to " + Certificates.name(anchor);
            return new TrustPath(
                    Optional.of(anchor),
                    outOfDate,
                    outOfDate.map(fault -> reached + ", but " + fault).orElse(reached));
        }

        private static Optional<String> dateFault(X509Certificate certificate, Instant at) {
            Instant from = certificate.getNotBefore().toInstant();
            Instant until = certificate.getNotAfter().toInstant();
            if (at.isAfter(until)) {
                return Optional.of(Certificates.name(certificate) + " expired on " + day(until));
            }
            if (at.isBefore(from)) {
                return Optional.of(Certificates.name(certificate) + " is not valid before " + day(from));
            }
            return Optional.empty();
        }

        private static LocalDate day(Instant instant) {
            return LocalDate.ofInstant(instant, ZoneOffset.UTC);
        }
    }

    private record Search(List<X509Certificate> x5c, Collection<X509Certificate> anchors) {
        private X509Certificate leaf() {
            return x5c.get(0);
        }

        Optional<Found> at(Instant at) {
            if (anchors.contains(leaf())) {
                return Optional.of(new Found(List.of(leaf()), leaf(), Optional.empty()).judged(at));
            }
            return build(at);
        }

        /** If there is a time at which every certificate of a path is valid, it begins as one of them begins. */
        Optional<Found> atAnyTime() {
            return Stream.concat(x5c.stream(), anchors.stream())
                    .map(certificate -> certificate.getNotBefore().toInstant())
                    .distinct()
                    .flatMap(begin -> build(begin).stream())
                    .findFirst();
        }

        private Optional<Found> build(Instant at) {
            try {
                X509CertSelector target = new X509CertSelector();
                target.setCertificate(leaf());
                PKIXBuilderParameters parameters = new PKIXBuilderParameters(trustAnchors(), target);
                parameters.setRevocationEnabled(false);
                parameters.setDate(Date.from(at));
                parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(x5c)));
                var built = (PKIXCertPathBuilderResult)
                        CertPathBuilder.getInstance("PKIX").build(parameters);
                List<X509Certificate> path = built.getCertPath().getCertificates().stream()
                        .map(X509Certificate.class::cast)
                        .toList();
                return Optional.of(new Found(path, built.getTrustAnchor().getTrustedCert(), Optional.empty()));
            } catch (CertPathBuilderException e) {
                return Optional.empty();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform builds PKIX paths", e);
            }
        }

        private Set<TrustAnchor> trustAnchors() {
            return anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet());
        }

        /** A certificate can bear any issuer's name: say so when the name is all that leads to an anchor. */
        String whyNot() {
            return x5c.stream()
                    .map(X509Certificate::getIssuerX500Principal)
                    .filter(issuer -> anchors.stream()
                            .anyMatch(anchor -> anchor.getSubjectX500Principal().equals(issuer)))
                    .findFirst()
                    .map(issuer -> "names " + Certificates.name(issuer) + " as issuer, but is not validly issued by it")
                    .orElseGet(() -> "issued by " + Certificates.name(leaf().getIssuerX500Principal())
                            + ", which leads to none of the trust anchors");
        }
    }
}

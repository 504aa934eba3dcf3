package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.bytes.Bytes;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of a model's history (FIDO Metadata Service 3.1.1 §3.1.3).
 *
 * @param status as it came, known or not
 * @param effectiveDate the first day it holds; absent: as long as it stands there
 * @param sunsetDate the first day it no longer holds
 * @param authenticatorVersion the firmware from which it applies
 * @param batchCertificate DER: the attestation certificate of the batch concerned
 */
public record StatusReport(
        String status,
        Optional<LocalDate> effectiveDate,
        Optional<LocalDate> sunsetDate,
        OptionalLong authenticatorVersion,
        Optional<String> certificateNumber,
        Optional<Bytes> batchCertificate,
        Optional<String> url,
        Optional<String> certificationDescriptor) {

    public Optional<AuthenticatorStatus> known() {
        return AuthenticatorStatus.of(status);
    }

    public boolean has(AuthenticatorStatus.Effect effect) {
        return known().filter(known -> known.effect() == effect).isPresent();
    }

    public boolean inEffect(LocalDate today) {
        return effectiveDate.filter(today::isBefore).isEmpty()
                && sunsetDate.filter(date -> !date.isAfter(today)).isEmpty();
    }

    /** For ordering: a report without a date is older than every dated one. */
    LocalDate since() {
        return effectiveDate.orElse(LocalDate.MIN);
    }

    /** "FIDO_CERTIFIED_L2 of 2023-03-28 (FIDO20020230328001)". */
    public String describe() {
        return status
                + effectiveDate.map(date -> " of " + date).orElse("")
                + sunsetDate.map(date -> " until " + date).orElse("")
                + certificateNumber.map(number -> " (" + number + ")").orElse("")
                + url.map(link -> ", see " + link).orElse("");
    }
}

package dev.seckey.ctap2.metadata;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seckey.ctap2.bytes.Bytes;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/** A status report in JSON: the index writes it with the names that the metadata uses, so that one reader serves both. */
final class StatusReportJson {
    private String status = "";
    private Optional<LocalDate> effectiveDate = Optional.empty();
    private Optional<LocalDate> sunsetDate = Optional.empty();
    private OptionalLong authenticatorVersion = OptionalLong.empty();
    private Optional<String> certificateNumber = Optional.empty();
    private Optional<Bytes> batchCertificate = Optional.empty();
    private Optional<Bytes> certificate = Optional.empty();
    private Optional<String> url = Optional.empty();
    private Optional<String> certificationDescriptor = Optional.empty();

    private StatusReportJson() {}

    static StatusReport read(JsonReader json) {
        StatusReportJson report = new StatusReportJson();
        json.object(name -> report.member(name, json));
        return new StatusReport(
                report.status,
                report.effectiveDate,
                report.sunsetDate,
                report.authenticatorVersion,
                report.certificateNumber,
                report.batchCertificate.or(() -> report.certificate),
                report.url,
                report.certificationDescriptor);
    }

    private void member(String name, JsonReader json) {
        switch (name) {
            case "status" -> status = json.text().orElse("");
            case "effectiveDate" -> effectiveDate = json.date();
            case "sunsetDate" -> sunsetDate = json.date();
            case "authenticatorVersion" -> authenticatorVersion = json.number();
            case "certificateNumber" -> certificateNumber = json.text();
            case "batchCertificate" -> batchCertificate = json.base64();
            // Before 3.1 this was the only certificate of a report, and named the batch.
            case "certificate" -> certificate = json.base64();
            case "url" -> url = json.text();
            case "certificationDescriptor" -> certificationDescriptor = json.text();
            default -> {}
        }
    }

    static void write(StatusReport report, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("status", report.status());
        writeText("effectiveDate", report.effectiveDate().map(LocalDate::toString), out);
        writeText("sunsetDate", report.sunsetDate().map(LocalDate::toString), out);
        if (report.authenticatorVersion().isPresent()) {
            out.writeNumberField(
                    "authenticatorVersion", report.authenticatorVersion().getAsLong());
        }
        writeText("certificateNumber", report.certificateNumber(), out);
        writeText("batchCertificate", report.batchCertificate().map(StatusReportJson::base64), out);
        writeText("url", report.url(), out);
        writeText("certificationDescriptor", report.certificationDescriptor(), out);
        out.writeEndObject();
    }

    static void writeText(String name, Optional<String> text, JsonGenerator out) throws IOException {
        if (text.isPresent()) {
            out.writeStringField(name, text.get());
        }
    }

    static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }
}

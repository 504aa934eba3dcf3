package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.MAP;
import static dev.seckey.ctap2.cbor.CborType.TEXT;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;
import static dev.seckey.ctap2.cbor.CborType.list;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a bioEnrollment subcommand; which members are there depends on it (CTAP 2.3 §6.7).
 *
 * @param fingerprintKind 1: touch, 2: swipe
 * @param maxTemplateFriendlyName bytes
 */
public record BioEnrollmentResponse(
        Optional<Integer> modality,
        Optional<Integer> fingerprintKind,
        Optional<Integer> maxCaptureSamplesRequiredForEnroll,
        Optional<Bytes> templateId,
        Optional<Integer> lastEnrollSampleStatus,
        Optional<Integer> remainingSamples,
        List<TemplateInfo> templateInfos,
        Optional<Integer> maxTemplateFriendlyName) {
    /** An enrolled fingerprint. On the wire an empty name stands for none, since some clients want one of each. */
    public record TemplateInfo(Bytes templateId, Optional<String> templateFriendlyName) {
        private static final Field<Bytes> ID = Field.of(0x01, "templateId", BYTES);
        private static final Field<String> NAME = Field.of(0x02, "templateFriendlyName", TEXT);

        public static final CborType<TemplateInfo> CBOR = MAP.as(
                in -> new TemplateInfo(in.require(ID), in.find(NAME).filter(name -> !name.isEmpty())),
                info -> CborMap.builder()
                        .put(ID, info.templateId)
                        .put(NAME, info.templateFriendlyName.orElse(""))
                        .build());
    }

    public static final Field<Integer> MODALITY = Field.of(0x01, "modality", UNSIGNED);
    public static final Field<Integer> FINGERPRINT_KIND = Field.of(0x02, "fingerprintKind", UNSIGNED);
    public static final Field<Integer> MAX_CAPTURE_SAMPLES_REQUIRED_FOR_ENROLL =
            Field.of(0x03, "maxCaptureSamplesRequiredForEnroll", UNSIGNED);
    public static final Field<Bytes> TEMPLATE_ID = Field.of(0x04, "templateId", BYTES);
    public static final Field<Integer> LAST_ENROLL_SAMPLE_STATUS = Field.of(0x05, "lastEnrollSampleStatus", UNSIGNED);
    public static final Field<Integer> REMAINING_SAMPLES = Field.of(0x06, "remainingSamples", UNSIGNED);
    public static final Field<List<TemplateInfo>> TEMPLATE_INFOS =
            Field.of(0x07, "templateInfos", list(TemplateInfo.CBOR));
    public static final Field<Integer> MAX_TEMPLATE_FRIENDLY_NAME = Field.of(0x08, "maxTemplateFriendlyName", UNSIGNED);

    static BioEnrollmentResponse from(CborMap in) {
        return new BioEnrollmentResponse(
                in.find(MODALITY),
                in.find(FINGERPRINT_KIND),
                in.find(MAX_CAPTURE_SAMPLES_REQUIRED_FOR_ENROLL),
                in.find(TEMPLATE_ID),
                in.find(LAST_ENROLL_SAMPLE_STATUS),
                in.find(REMAINING_SAMPLES),
                in.get(TEMPLATE_INFOS, List.of()),
                in.find(MAX_TEMPLATE_FRIENDLY_NAME));
    }
}

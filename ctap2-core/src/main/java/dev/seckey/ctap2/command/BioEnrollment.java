package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.BOOL;
import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.MAP;
import static dev.seckey.ctap2.cbor.CborType.TEXT;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.bytes.Numbered;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import java.util.Optional;

/**
 * authenticatorBioEnrollment (0x09), CTAP 2.3 §6.7; the preview of FIDO_2_1_PRE keys (0x40) has the same form.
 *
 * @param modality 1: fingerprint, the only one there is
 * @param subCommand a {@link Sub} number, known or not
 * @param getModality true asks only which modality the key has
 */
public record BioEnrollment(
        boolean preview,
        Optional<Integer> modality,
        Optional<Integer> subCommand,
        CborMap subCommandParams,
        Optional<PinUvAuth> pinUvAuth,
        Optional<Boolean> getModality)
        implements Command<BioEnrollmentResponse> {
    public static final int FINGERPRINT = 1;

    public static final Field<Bytes> TEMPLATE_ID = Field.of(0x01, "templateId", BYTES);
    public static final Field<String> TEMPLATE_FRIENDLY_NAME = Field.of(0x02, "templateFriendlyName", TEXT);
    public static final Field<Integer> TIMEOUT_MILLISECONDS = Field.of(0x03, "timeoutMilliseconds", UNSIGNED);

    private static final Field<Integer> MODALITY = Field.of(0x01, "modality", UNSIGNED);
    private static final Field<Integer> SUB_COMMAND = Field.of(0x02, "subCommand", UNSIGNED);
    private static final Field<CborMap> SUB_COMMAND_PARAMS = Field.of(0x03, "subCommandParams", MAP);
    private static final Field<Integer> PIN_UV_AUTH_PROTOCOL = Field.of(0x04, "pinUvAuthProtocol", UNSIGNED);
    private static final Field<Bytes> PIN_UV_AUTH_PARAM = Field.of(0x05, "pinUvAuthParam", BYTES);
    private static final Field<Boolean> GET_MODALITY = Field.of(0x06, "getModality", BOOL);

    /** The subcommands for fingerprints (CTAP 2.3 §6.7). */
    public enum Sub implements Numbered {
        ENROLL_BEGIN(0x01),
        ENROLL_CAPTURE_NEXT_SAMPLE(0x02),
        CANCEL_CURRENT_ENROLLMENT(0x03),
        ENUMERATE_ENROLLMENTS(0x04),
        SET_FRIENDLY_NAME(0x05),
        REMOVE_ENROLLMENT(0x06),
        GET_FINGERPRINT_SENSOR_INFO(0x07);

        private final int number;

        Sub(int number) {
            this.number = number;
        }

        public static Optional<Sub> of(int number) {
            return Numbered.find(values(), number);
        }

        @Override
        public int number() {
            return number;
        }
    }

    public static BioEnrollment modality(boolean preview) {
        return new BioEnrollment(
                preview, Optional.empty(), Optional.empty(), CborMap.EMPTY, Optional.empty(), Optional.of(true));
    }

    public static BioEnrollment of(boolean preview, Sub sub, CborMap params) {
        return new BioEnrollment(
                preview, Optional.of(FINGERPRINT), Optional.of(sub.number), params, Optional.empty(), Optional.empty());
    }

    public BioEnrollment with(PinUvAuth auth) {
        return new BioEnrollment(preview, modality, subCommand, subCommandParams, Optional.of(auth), getModality);
    }

    /** What pinUvAuthParam is over: modality, subcommand and its parameters (CTAP 2.3 §6.7.4). */
    public Bytes authenticated() {
        Bytes head = Bytes.ofInts(modality.orElse(0), subCommand.orElse(0));
        return subCommandParams.isEmpty() ? head : head.plus(subCommandParams.encode());
    }

    /** The authenticator's side. */
    public static BioEnrollment from(boolean preview, CborMap in) {
        return new BioEnrollment(
                preview,
                in.find(MODALITY),
                in.find(SUB_COMMAND),
                in.get(SUB_COMMAND_PARAMS, CborMap.EMPTY),
                PinUvAuth.from(in, PIN_UV_AUTH_PARAM, PIN_UV_AUTH_PROTOCOL),
                in.find(GET_MODALITY));
    }

    @Override
    public CommandCode code() {
        return preview ? CommandCode.BIO_ENROLLMENT_PREVIEW : CommandCode.BIO_ENROLLMENT;
    }

    @Override
    public Optional<CborMap> parameters() {
        return Optional.of(CborMap.builder()
                .put(MODALITY, modality)
                .put(SUB_COMMAND, subCommand)
                .put(SUB_COMMAND_PARAMS, Optional.of(subCommandParams).filter(map -> !map.isEmpty()))
                .put(PIN_UV_AUTH_PROTOCOL, pinUvAuth.map(PinUvAuth::protocol))
                .put(PIN_UV_AUTH_PARAM, pinUvAuth.map(PinUvAuth::param))
                .put(GET_MODALITY, getModality)
                .build());
    }

    @Override
    public BioEnrollmentResponse decode(Cbor.Decoded<CborMap> response) {
        return BioEnrollmentResponse.from(response.value());
    }
}

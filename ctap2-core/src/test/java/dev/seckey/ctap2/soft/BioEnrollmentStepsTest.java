package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Step.at;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.BioEnrollment;
import dev.seckey.ctap2.command.BioEnrollment.Sub;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Permission;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** authenticatorBioEnrollment, step by step (CTAP 2.3 §6.7), on a key with a PIN. */
class BioEnrollmentStepsTest {
    private static final Profile FULL =
            SimulatedProfiles.named("full").orElseThrow().withPin(PIN);

    private static BioEnrollment of(Sub sub, CborMap params) {
        return BioEnrollment.of(false, sub, params);
    }

    private static BioEnrollment proved(KeyInHand key, BioEnrollment request) {
        return request.with(Proofs.of(key, Permission.BIO_ENROLLMENT, request.authenticated()));
    }

    private static CborMap finger(Bytes id) {
        return CborMap.builder().put(BioEnrollment.TEMPLATE_ID, id).build();
    }

    private static CborMap named(Bytes id, String name) {
        return finger(id).toBuilder()
                .put(BioEnrollment.TEMPLATE_FRIENDLY_NAME, name)
                .build();
    }

    private static Bytes begin(KeyInHand key) {
        return key.send(proved(key, of(Sub.ENROLL_BEGIN, CborMap.EMPTY)))
                .templateId()
                .orElseThrow();
    }

    /** All samples but these. */
    private static Bytes enroll(KeyInHand key, int butFor) {
        Bytes id = begin(key);
        for (int i = 1; i < BioEnrollmentHandler.SAMPLES - butFor; i++) {
            key.send(proved(key, of(Sub.ENROLL_CAPTURE_NEXT_SAMPLE, finger(id))));
        }
        return id;
    }

    private static void fill(KeyInHand key) {
        for (int i = 0; i < FingerprintStore.CAPACITY; i++) {
            enroll(key, 0);
        }
    }

    private static Step step(String number, String what, Sub sub, Function<KeyInHand, CborMap> params) {
        return at(number, what).on(FULL).asked(key -> proved(key, of(sub, params.apply(key))));
    }

    private static Step step(String number, String what, Sub sub, CborMap params) {
        return step(number, what, sub, key -> params);
    }

    private static BioEnrollment raw(Optional<Integer> modality, Optional<Integer> sub) {
        return new BioEnrollment(false, modality, sub, CborMap.EMPTY, Optional.empty(), Optional.empty());
    }

    static Stream<Step> steps() {
        CborMap none = CborMap.EMPTY;
        CborMap unknown = named(HASH, "thumb");
        return Stream.of(
                at("6.7", "no modality")
                        .on(FULL)
                        .asked(raw(Optional.empty(), Optional.of(1)))
                        .gives(CtapStatus.MISSING_PARAMETER),
                at("6.7", "another modality")
                        .on(FULL)
                        .asked(raw(Optional.of(2), Optional.of(1)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                at("6.7", "no subcommand")
                        .on(FULL)
                        .asked(raw(Optional.of(1), Optional.empty()))
                        .gives(CtapStatus.MISSING_PARAMETER),
                at("6.7", "unknown subcommand")
                        .on(FULL)
                        .asked(raw(Optional.of(1), Optional.of(8)))
                        .gives(CtapStatus.INVALID_SUBCOMMAND),
                at("6.7.2", "its modality").on(FULL).asked(BioEnrollment.modality(false)),
                at("6.7.3", "its sensor").on(FULL).asked(of(Sub.GET_FINGERPRINT_SENSOR_INFO, none)),
                step("6.7.4", "no room", Sub.ENROLL_BEGIN, none)
                        .after(BioEnrollmentStepsTest::fill)
                        .gives(CtapStatus.FP_DATABASE_FULL),
                step("6.7.4", "the first of five samples", Sub.ENROLL_BEGIN, none),
                step("6.7.4", "of nothing begun", Sub.ENROLL_CAPTURE_NEXT_SAMPLE, unknown)
                        .gives(CtapStatus.INVALID_PARAMETER),
                step("6.7.4", "which", Sub.ENROLL_CAPTURE_NEXT_SAMPLE, none).gives(CtapStatus.MISSING_PARAMETER),
                step("6.7.4", "the second", Sub.ENROLL_CAPTURE_NEXT_SAMPLE, key -> finger(begin(key))),
                step("6.7.4", "the last", Sub.ENROLL_CAPTURE_NEXT_SAMPLE, key -> finger(enroll(key, 1)))
                        .changing("fingerprints"),
                at("6.7.5", "cancelled").on(FULL).asked(of(Sub.CANCEL_CURRENT_ENROLLMENT, none)),
                step("6.7.6", "none", Sub.ENUMERATE_ENROLLMENTS, none).gives(CtapStatus.INVALID_OPTION),
                step("6.7.6", "done", Sub.ENUMERATE_ENROLLMENTS, none).after(key -> enroll(key, 0)),
                step("6.7.7", "unknown", Sub.SET_FRIENDLY_NAME, unknown).gives(CtapStatus.INVALID_OPTION),
                step("6.7.7", "no name", Sub.SET_FRIENDLY_NAME, finger(HASH)).gives(CtapStatus.MISSING_PARAMETER),
                step("6.7.7", "a name too long", Sub.SET_FRIENDLY_NAME, key -> named(enroll(key, 0), "x".repeat(33)))
                        .gives(CtapStatus.INVALID_LENGTH),
                step("6.7.7", "done", Sub.SET_FRIENDLY_NAME, key -> named(enroll(key, 0), "thumb"))
                        .changing("fingerprints"),
                step("6.7.8", "unknown", Sub.REMOVE_ENROLLMENT, unknown).gives(CtapStatus.INVALID_OPTION),
                step("6.7.8", "done", Sub.REMOVE_ENROLLMENT, key -> finger(enroll(key, 0)))
                        .changing("fingerprints"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void everyStepHasItsStatusAndChangesOnlyWhatItMust(Step step) {
        step.take();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ENROLL_BEGIN",
                "ENROLL_CAPTURE_NEXT_SAMPLE",
                "ENUMERATE_ENROLLMENTS",
                "SET_FRIENDLY_NAME",
                "REMOVE_ENROLLMENT"
            })
    void withoutAProofNothingIsDone(Sub sub) {
        BioEnrollment request = of(sub, named(HASH, "thumb"));
        Step step = at("6.7", sub.name()).on(FULL);
        step.asked(request).gives(CtapStatus.PUAT_REQUIRED).take();
        step.asked(request.with(Proofs.OF_NO_PROTOCOL))
                .gives(CtapStatus.MISSING_PARAMETER)
                .take();
        step.asked(request.with(Proofs.OF_PROTOCOL_3))
                .gives(CtapStatus.INVALID_PARAMETER)
                .take();
        step.asked(request.with(Proofs.FORGED))
                .gives(CtapStatus.PIN_AUTH_INVALID)
                .take();
        step.asked(key -> request.with(Proofs.of(key, Permission.CREDENTIAL_MANAGEMENT, request.authenticated())))
                .gives(CtapStatus.PIN_AUTH_INVALID)
                .take();
    }
}

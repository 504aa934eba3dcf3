package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.BioEnrollment;
import dev.seckey.ctap2.command.BioEnrollment.Sub;
import dev.seckey.ctap2.command.BioEnrollmentResponse;
import dev.seckey.ctap2.command.EnrollSampleStatus;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.server.Waiting;
import java.util.Optional;

/** authenticatorBioEnrollment, the authenticator's side (CTAP 2.3 §6.7), and its preview. */
final class BioEnrollmentHandler {
    static final int SAMPLES = 5;

    /** Bytes. */
    static final int MAX_NAME = 32;

    private static final int TOUCH_SENSOR = 1;
    private static final int TEMPLATE_ID_SIZE = 2;

    private final KeyState state;
    private final Authorization authorization;
    private Optional<Bytes> enrolling = Optional.empty();
    private int remaining;

    BioEnrollmentHandler(KeyState state) {
        this.state = state;
        this.authorization = new Authorization(state);
    }

    /** An enrolment that is not finished goes with the power, and with a reset. */
    void forget() {
        enrolling = Optional.empty();
    }

    CborMap handle(BioEnrollment request, Waiting waiting) {
        if (request.getModality().orElse(false)) {
            return CborMap.builder()
                    .put(BioEnrollmentResponse.MODALITY, BioEnrollment.FINGERPRINT)
                    .build();
        }
        int modality = request.modality().orElseThrow(() -> new AuthenticatorFault(CtapStatus.MISSING_PARAMETER));
        int number = request.subCommand().orElseThrow(() -> new AuthenticatorFault(CtapStatus.MISSING_PARAMETER));
        if (modality != BioEnrollment.FINGERPRINT) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
        Sub sub = Sub.of(number).orElseThrow(() -> new AuthenticatorFault(CtapStatus.INVALID_SUBCOMMAND));
        return switch (sub) {
            case GET_FINGERPRINT_SENSOR_INFO -> sensorInfo();
            case CANCEL_CURRENT_ENROLLMENT -> {
                forget();
                yield CborMap.EMPTY;
            }
            case ENROLL_BEGIN -> begin(request, waiting);
            case ENROLL_CAPTURE_NEXT_SAMPLE -> next(request, waiting);
            case ENUMERATE_ENROLLMENTS -> enumerate(request);
            case SET_FRIENDLY_NAME -> rename(request);
            case REMOVE_ENROLLMENT -> remove(request);
        };
    }

    private static CborMap sensorInfo() {
        return CborMap.builder()
                .put(BioEnrollmentResponse.FINGERPRINT_KIND, TOUCH_SENSOR)
                .put(BioEnrollmentResponse.MAX_CAPTURE_SAMPLES_REQUIRED_FOR_ENROLL, SAMPLES)
                .put(BioEnrollmentResponse.MAX_TEMPLATE_FRIENDLY_NAME, MAX_NAME)
                .build();
    }

    /** §6.7.4. An unfinished enrolment makes room for the new one. */
    private CborMap begin(BioEnrollment request, Waiting waiting) {
        authorize(request);
        forget();
        if (state.fingerprints.isFull()) {
            throw new AuthenticatorFault(CtapStatus.FP_DATABASE_FULL);
        }
        Bytes id = Bytes.random(state.environment.random(), TEMPLATE_ID_SIZE);
        enrolling = Optional.of(id);
        remaining = SAMPLES;
        return capture(request, waiting)
                .put(BioEnrollmentResponse.TEMPLATE_ID, id)
                .build();
    }

    private CborMap next(BioEnrollment request, Waiting waiting) {
        Bytes id = parameter(request, BioEnrollment.TEMPLATE_ID);
        authorize(request);
        if (!enrolling.equals(Optional.of(id))) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
        return capture(request, waiting).build();
    }

    private CborMap.Builder capture(BioEnrollment request, Waiting waiting) {
        EnrollSampleStatus sample = sample(request, waiting);
        if (sample == EnrollSampleStatus.GOOD && --remaining == 0) {
            state.fingerprints.add(enrolling.orElseThrow());
            forget();
        }
        return CborMap.builder()
                .put(BioEnrollmentResponse.LAST_ENROLL_SAMPLE_STATUS, sample.number())
                .put(BioEnrollmentResponse.REMAINING_SAMPLES, remaining);
    }

    private EnrollSampleStatus sample(BioEnrollment request, Waiting waiting) {
        long limit = request.subCommandParams()
                .find(BioEnrollment.TIMEOUT_MILLISECONDS)
                .map(Integer::longValue)
                .filter(millis -> millis < TouchSensor.LIMIT_MILLIS)
                .orElse(TouchSensor.LIMIT_MILLIS);
        try {
            state.touch.await(waiting, limit);
        } catch (AuthenticatorFault e) {
            if (e.status() == CtapStatus.USER_ACTION_TIMEOUT) {
                return EnrollSampleStatus.NO_USER_ACTIVITY;
            }
            forget();
            throw e;
        }
        return state.environment.finger().sample();
    }

    private CborMap enumerate(BioEnrollment request) {
        authorize(request);
        if (state.fingerprints.isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.INVALID_OPTION);
        }
        return CborMap.builder()
                .put(BioEnrollmentResponse.TEMPLATE_INFOS, state.fingerprints.all())
                .build();
    }

    private CborMap rename(BioEnrollment request) {
        Bytes id = parameter(request, BioEnrollment.TEMPLATE_ID);
        String name = parameter(request, BioEnrollment.TEMPLATE_FRIENDLY_NAME);
        authorize(request);
        if (Bytes.utf8(name).size() > MAX_NAME) {
            throw new AuthenticatorFault(CtapStatus.INVALID_LENGTH);
        }
        return done(state.fingerprints.rename(id, name));
    }

    private CborMap remove(BioEnrollment request) {
        Bytes id = parameter(request, BioEnrollment.TEMPLATE_ID);
        authorize(request);
        return done(state.fingerprints.remove(id));
    }

    private static CborMap done(boolean found) {
        if (!found) {
            throw new AuthenticatorFault(CtapStatus.INVALID_OPTION);
        }
        return CborMap.EMPTY;
    }

    private void authorize(BioEnrollment request) {
        authorization.require(request.pinUvAuth(), request.authenticated(), Permission.BIO_ENROLLMENT);
    }

    private static <T> T parameter(BioEnrollment request, Field<T> field) {
        if (request.pinUvAuth().isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.PUAT_REQUIRED);
        }
        return request.subCommandParams().require(field);
    }
}

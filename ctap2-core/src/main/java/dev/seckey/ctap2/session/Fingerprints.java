package dev.seckey.ctap2.session;

import static dev.seckey.ctap2.session.Answers.member;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.BioEnrollment;
import dev.seckey.ctap2.command.BioEnrollment.Sub;
import dev.seckey.ctap2.command.BioEnrollmentResponse;
import dev.seckey.ctap2.command.BioEnrollmentResponse.TemplateInfo;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.transport.Exchange;
import java.util.List;
import java.util.Optional;

/** The fingerprints on a key (authenticatorBioEnrollment, CTAP 2.3 §6.7). */
public final class Fingerprints {
    private final Ctap2 session;
    private final boolean preview;

    /**
     * What the sensor is.
     *
     * @param kind 1: touch, 2: swipe
     * @param samples most samples that an enrolment takes
     * @param maxNameLength bytes in a fingerprint's name
     */
    public record Sensor(Optional<Integer> kind, Optional<Integer> samples, Optional<Integer> maxNameLength) {}

    /**
     * A sample that was taken, or was not.
     *
     * @param status see {@link dev.seckey.ctap2.command.EnrollSampleStatus}
     * @param remaining how many more good ones are needed
     */
    public record Sample(int status, int remaining) {}

    /** An enrolment under way, and its first sample. */
    public record Enrollment(Bytes templateId, Sample first) {}

    /** @throws TransportFault if the key has no fingerprint sensor */
    public Fingerprints(Ctap2 session) {
        this.session = session;
        this.preview = usesPreview(session.info());
    }

    private static boolean usesPreview(AuthenticatorInfo info) {
        if (info.option(Option.BIO_ENROLL).isPresent()) {
            return false;
        }
        if (info.option(Option.BIO_ENROLL_PREVIEW).isPresent()) {
            return true;
        }
        throw new TransportFault(Reason.UNSUPPORTED, "this key has no fingerprint sensor");
    }

    /** 1: fingerprint, the only one that the specification knows. */
    public Optional<Integer> modality() {
        return session.send(BioEnrollment.modality(preview)).modality();
    }

    public Sensor sensor() {
        BioEnrollmentResponse answer =
                session.send(BioEnrollment.of(preview, Sub.GET_FINGERPRINT_SENSOR_INFO, CborMap.EMPTY));
        return new Sensor(
                answer.fingerprintKind(),
                answer.maxCaptureSamplesRequiredForEnroll(),
                answer.maxTemplateFriendlyName());
    }

    /** @throws TransportFault if the key has no room for so long a name */
    public void requireFitting(String name) {
        int length = Bytes.utf8(name).size();
        sensor().maxNameLength().filter(most -> length > most).ifPresent(most -> {
            throw new TransportFault(
                    Reason.KEY_REFUSED,
                    "the name has " + length + " bytes, and this key takes at most " + most,
                    "choose a shorter one; nothing was changed");
        });
    }

    /** @param token with the permission bioEnrollment */
    public List<TemplateInfo> list(PinUvAuthToken token) {
        try {
            return send(token, Sub.ENUMERATE_ENROLLMENTS, CborMap.EMPTY).templateInfos();
        } catch (AuthenticatorFault e) {
            if (e.status() == CtapStatus.INVALID_OPTION) {
                return List.of(); // how a key says that there are none (§6.7.6)
            }
            throw e;
        }
    }

    /** @param timeoutMillis how long the key waits for the finger */
    public Enrollment begin(PinUvAuthToken token, int timeoutMillis) {
        BioEnrollmentResponse answer = send(
                token,
                Sub.ENROLL_BEGIN,
                CborMap.builder()
                        .put(BioEnrollment.TIMEOUT_MILLISECONDS, timeoutMillis)
                        .build());
        return new Enrollment(member(answer.templateId(), "templateId"), sample(answer));
    }

    /** @param timeoutMillis how long the key waits for the finger */
    public Sample next(PinUvAuthToken token, Bytes templateId, int timeoutMillis) {
        return sample(send(
                token,
                Sub.ENROLL_CAPTURE_NEXT_SAMPLE,
                CborMap.builder()
                        .put(BioEnrollment.TEMPLATE_ID, templateId)
                        .put(BioEnrollment.TIMEOUT_MILLISECONDS, timeoutMillis)
                        .build()));
    }

    /**
     * Gives an enrolment up; the key forgets its samples.
     *
     * @param exchange its own: the one that the enrolment ran on may be cancelled or over
     */
    public void cancel(Exchange exchange) {
        session.with(() -> exchange).send(BioEnrollment.of(preview, Sub.CANCEL_CURRENT_ENROLLMENT, CborMap.EMPTY));
    }

    /** Names a fingerprint, and looks whether it has the name. */
    public void rename(PinUvAuthToken token, Bytes templateId, String name) {
        send(
                token,
                Sub.SET_FRIENDLY_NAME,
                CborMap.builder()
                        .put(BioEnrollment.TEMPLATE_ID, templateId)
                        .put(BioEnrollment.TEMPLATE_FRIENDLY_NAME, name)
                        .build());
        Optional<String> now = find(token, templateId).flatMap(TemplateInfo::templateFriendlyName);
        if (!now.equals(Optional.of(name))) {
            throw new ReadBackFault("the fingerprint does not bear the new name");
        }
    }

    /** Deletes a fingerprint, and looks whether it is gone. */
    public void remove(PinUvAuthToken token, Bytes templateId) {
        send(
                token,
                Sub.REMOVE_ENROLLMENT,
                CborMap.builder().put(BioEnrollment.TEMPLATE_ID, templateId).build());
        if (find(token, templateId).isPresent()) {
            throw new ReadBackFault("the fingerprint is still there");
        }
    }

    private Optional<TemplateInfo> find(PinUvAuthToken token, Bytes templateId) {
        return list(token).stream()
                .filter(info -> info.templateId().equals(templateId))
                .findFirst();
    }

    private static Sample sample(BioEnrollmentResponse answer) {
        return new Sample(
                member(answer.lastEnrollSampleStatus(), "lastEnrollSampleStatus"),
                member(answer.remainingSamples(), "remainingSamples"));
    }

    private BioEnrollmentResponse send(PinUvAuthToken token, Sub sub, CborMap params) {
        BioEnrollment command = BioEnrollment.of(preview, sub, params);
        return session.send(command.with(token.authenticate(command.authenticated())));
    }
}

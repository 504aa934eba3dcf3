package dev.seckey.cli.fingerprint;

import dev.seckey.cli.terminal.Prompts;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.EnrollSampleStatus;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.session.Fingerprints;
import dev.seckey.ctap2.session.Fingerprints.Enrollment;
import dev.seckey.ctap2.session.Fingerprints.Sample;
import dev.seckey.ctap2.session.PinUvAuthToken;
import dev.seckey.ctap2.transport.Exchange;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Enrols one finger, sample by sample. Whatever ends it early (Ctrl-C, a finger that does not come) ends it at the key
 * too, which then forgets what it has.
 */
public final class Enroller {
    /** Samples in a row for which no finger came. */
    private static final int PATIENCE = 3;

    private static final Duration TIDY_UP = Duration.ofSeconds(2);

    private final Fingerprints fingerprints;
    private final PinUvAuthToken token;
    private final Prompts prompts;
    private final int timeoutMillis;
    private final Supplier<Exchange> tidyUp;
    private int absences;

    /**
     * @param token with the permission bioEnrollment
     * @param timeoutMillis how long the key waits for each sample
     */
    public Enroller(Fingerprints fingerprints, PinUvAuthToken token, Prompts prompts, int timeoutMillis) {
        this(fingerprints, token, prompts, timeoutMillis, () -> Exchange.within(TIDY_UP));
    }

    Enroller(
            Fingerprints fingerprints,
            PinUvAuthToken token,
            Prompts prompts,
            int timeoutMillis,
            Supplier<Exchange> tidyUp) {
        this.fingerprints = fingerprints;
        this.token = token;
        this.prompts = prompts;
        this.timeoutMillis = timeoutMillis;
        this.tidyUp = tidyUp;
    }

    /** @return the new fingerprint's id, which the key lists */
    public Bytes enroll() {
        prompts.say("lay the finger on the sensor");
        Bytes template;
        try {
            Enrollment enrollment = fingerprints.begin(token, timeoutMillis);
            template = enrollment.templateId();
            finish(template, enrollment.first());
        } catch (Fault e) {
            cancelAtKey(e);
            throw e;
        }
        requireListed(template);
        return template;
    }

    private void finish(Bytes template, Sample first) {
        Sample sample = first;
        tell(sample);
        while (sample.remaining() > 0) {
            try {
                sample = fingerprints.next(token, template, timeoutMillis);
                tell(sample);
            } catch (AuthenticatorFault e) {
                if (e.status() != CtapStatus.USER_ACTION_TIMEOUT) {
                    throw e;
                }
                absent();
            }
        }
    }

    private void tell(Sample sample) {
        if (sample.status() == EnrollSampleStatus.NO_USER_ACTIVITY.number()) {
            absent();
            return;
        }
        absences = 0;
        String what = EnrollSampleStatus.wordsFor(sample.status());
        prompts.say(
                sample.remaining() == 0
                        ? what + "; done"
                        : what + "; lift the finger and lay it down again: " + count(sample.remaining()));
    }

    private static String count(int remaining) {
        return remaining == 1 ? "1 more sample" : remaining + " more samples";
    }

    private void absent() {
        absences++;
        if (absences == PATIENCE) {
            throw new TransportFault(Reason.TOUCH_TIMEOUT, "no finger came: the enrolment was given up");
        }
        prompts.say("no finger came; lay it on the sensor");
    }

    /** Tells a key that is still there, for as long as that takes, and without hiding why. */
    private void cancelAtKey(Fault why) {
        if (why.reason() == Reason.KEY_REMOVED) {
            return;
        }
        try {
            fingerprints.cancel(tidyUp.get());
        } catch (Fault e) {
            why.addSuppressed(e);
        }
    }

    private void requireListed(Bytes template) {
        if (fingerprints.list(token).stream()
                .noneMatch(info -> info.templateId().equals(template))) {
            throw new ReadBackFault("the new fingerprint is not among those on the key");
        }
    }
}

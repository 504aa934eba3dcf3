package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.command.EnrollSampleStatus;

/** What the simulated fingerprint sensor finds when a finger is laid on it. */
public interface Finger {
    /** Always clear, and always one of those that are enrolled. */
    Finger GOOD = new Finger() {
        @Override
        public EnrollSampleStatus sample() {
            return EnrollSampleStatus.GOOD;
        }

        @Override
        public boolean matches() {
            return true;
        }
    };

    /** Always clear, and never one of those that are enrolled. */
    Finger STRANGE = new Finger() {
        @Override
        public EnrollSampleStatus sample() {
            return EnrollSampleStatus.GOOD;
        }

        @Override
        public boolean matches() {
            return false;
        }
    };

    /** How the next sample of an enrolment comes out. */
    EnrollSampleStatus sample();

    /** Whether the finger is one of those that are enrolled. */
    boolean matches();
}

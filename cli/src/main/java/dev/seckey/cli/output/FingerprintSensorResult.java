package dev.seckey.cli.output;

import dev.seckey.ctap2.session.Fingerprints.Sensor;
import java.util.Optional;

/**
 * The fingerprint sensor of a key.
 *
 * @param modality 1: fingerprint
 * @param enrolled whether the key has fingerprints already
 */
public record FingerprintSensorResult(
        Optional<Integer> modality, Sensor sensor, boolean enrolled, boolean preview, boolean simulated)
        implements Result {
    private static final int FINGERPRINT = 1;
    private static final int TOUCH = 1;
    private static final int SWIPE = 2;

    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        modality.ifPresent(number ->
                out.pair("modality", number == FINGERPRINT ? "fingerprint" : "not known here (" + number + ")"));
        sensor.kind().ifPresent(number -> out.pair("sensor", kind(number)));
        sensor.samples().ifPresent(number -> out.pair("samples an enrolment", "at most " + number));
        sensor.maxNameLength().ifPresent(number -> out.pair("longest name", number + " bytes"));
        out.pair("enrolled", enrolled ? "yes" : "no fingerprints yet");
        if (preview) {
            out.pair("command", "the preview of FIDO_2_1_PRE (0x40)");
        }
    }

    private static String kind(int number) {
        return switch (number) {
            case TOUCH -> "touch: lay the finger on it";
            case SWIPE -> "swipe: draw the finger across it";
            default -> "not known here (" + number + ")";
        };
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated)
                .member("modality", modality)
                .member("kind", sensor.kind())
                .member("maxSamples", sensor.samples())
                .member("maxNameLength", sensor.maxNameLength())
                .member("enrolled", enrolled)
                .member("preview", preview);
    }
}

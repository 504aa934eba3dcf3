package dev.seckey.ctap2.soft;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** authenticatorClientPIN, step by step, by both protocols (CTAP 2.3 §6.5.5.2 to §6.5.5.7.3). */
class ClientPinStepsTest {
    static Stream<Step> steps() {
        return Stream.of(1, 2).map(ClientPinSteps::new).flatMap(ClientPinSteps::all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void everyStepHasItsStatusAndChangesOnlyWhatItMust(Step step) {
        step.take();
    }
}

package dev.seckey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void noGoesBeforeCannotTellAndThatBeforeDone() {
        assertEquals(ExitCode.NO, worst(ExitCode.DONE, ExitCode.CANNOT_TELL, ExitCode.NO));
        assertEquals(ExitCode.NO, worst(ExitCode.NO, ExitCode.CANNOT_TELL, ExitCode.DONE));
        assertEquals(ExitCode.CANNOT_TELL, worst(ExitCode.DONE, ExitCode.CANNOT_TELL, ExitCode.DONE));
        assertEquals(ExitCode.DONE, worst(ExitCode.DONE, ExitCode.DONE));
    }

    @Test
    void aFailureGoesBeforeEveryAnswer() {
        assertEquals(ExitCode.TRANSPORT, worst(ExitCode.NO, ExitCode.TRANSPORT, ExitCode.CANNOT_TELL));
    }

    private static ExitCode worst(ExitCode... codes) {
        return List.of(codes).stream().reduce(ExitCode.DONE, ExitCode::worst);
    }
}

package dev.seckey.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.bench.SteppingTicker;
import dev.seckey.ctap2.transport.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private final SteppingTicker time = new SteppingTicker();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Prompts prompts = new Prompts(new PrintStream(screen, true, StandardCharsets.UTF_8), Colours.OFF);

    private Countdown countdown(int seconds) {
        return new Countdown(prompts, Deadline.after(time, Duration.ofSeconds(seconds)), time);
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8).replaceAll("\r *\r", "|").replace(System.lineSeparator(), "\n");
    }

    @Test
    void eachSecondTakesThePlaceOfTheOneBefore() {
        countdown(3).run();
        assertEquals("3 seconds left|2 seconds left|1 second left|", shown());
    }

    @Test
    void whatIsSaidMeanwhileStandsOnALineOfItsOwn() {
        prompts.sayInPassing("3 seconds left");
        prompts.say("touch the key");
        prompts.sayInPassing("2 seconds left");
        assertEquals("3 seconds left|touch the key\n2 seconds left", shown());
    }

    @Test
    void onceClosedItSaysNothingMore() {
        Countdown countdown = countdown(3);
        countdown.close();
        countdown.run();
        assertEquals("", shown());
    }
}

package dev.seckey.cli;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.keys.Keys;
import dev.seckey.cli.terminal.PinPrompt;
import dev.seckey.cli.terminal.Screen;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Ticker;
import java.io.InputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Everything that a command takes from outside.
 *
 * @param environment the process's environment variables
 * @param interrupts Ctrl-C and its kin
 * @param pinPrompt asks the person at the terminal
 * @param screen where the two streams are seen
 * @param random made when it is first needed, since that costs time
 * @param keys those that are plugged in
 * @param machine the computer around them
 */
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        Ticker ticker,
        Supplier<SecureRandom> random,
        Keys keys,
        Machine machine,
        Interrupts interrupts,
        PinPrompt pinPrompt,
        Screen screen) {
    /** Set by the first Ctrl-C. */
    public CancelToken cancel() {
        return interrupts.cancel();
    }
}

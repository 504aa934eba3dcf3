package dev.seckey.cli;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.keys.Keys;
import dev.seckey.cli.terminal.PinPrompt;
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
 * @param errIsTerminal whether somebody watches stderr as it comes
 * @param environment the process's environment variables
 * @param interrupts Ctrl-C and its kin
 * @param pinPrompt asks the person at the terminal
 * @param random made when it is first needed, since that costs time
 * @param keys those that are plugged in
 * @param machine the computer around them
 */
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean errIsTerminal,
        Map<String, String> environment,
        Clock clock,
        Ticker ticker,
        Supplier<SecureRandom> random,
        Keys keys,
        Machine machine,
        Interrupts interrupts,
        PinPrompt pinPrompt) {
    /** Set by the first Ctrl-C. */
    public CancelToken cancel() {
        return interrupts.cancel();
    }
}

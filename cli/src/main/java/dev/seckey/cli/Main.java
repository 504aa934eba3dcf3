package dev.seckey.cli;

import dev.seckey.cli.command.Runner;
import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.keys.MachineKeys;
import dev.seckey.cli.terminal.ErrorStream;
import dev.seckey.cli.terminal.PinPrompt;
import dev.seckey.cli.terminal.TtyPinPrompt;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Ticker;
import java.security.SecureRandom;
import java.time.Clock;

/** The process: the one place that knows System.out, the clock, the signals and the exit. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        CancelToken cancel = new CancelToken();
        Interrupts interrupts = new Interrupts(cancel).install();
        PinPrompt prompt = new TtyPinPrompt(interrupts);
        Surroundings surroundings = new Surroundings(
                System.in,
                System.out,
                System.err,
                ErrorStream.isTerminal(),
                System.getenv(),
                Clock.systemUTC(),
                Ticker.SYSTEM,
                SecureRandom::new,
                new MachineKeys(),
                Machine.system(),
                interrupts,
                prompt);
        int code = run(surroundings, args).number();
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }

    /** The whole command line, for tests as for the shell. */
    public static ExitCode run(Surroundings surroundings, String... args) {
        return new Runner(surroundings).run(args);
    }
}

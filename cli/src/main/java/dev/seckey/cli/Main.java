package dev.seckey.cli;

import dev.seckey.cli.command.Runner;
import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.keys.MachineKeys;
import dev.seckey.cli.terminal.TtyPinPrompt;
import dev.seckey.cli.terminal.TtyScreen;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.transports.NativeLibraries;
import dev.seckey.transports.Os;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** The process: the one place that knows System.out, the clock, the signals and the exit. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        prepareJava();
        Ahead.begin(args);
        int code = run(surroundings(Interrupts.ofThisProcess(Sleeper.SYSTEM)), args)
                .number();
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code); // all is closed by now, and exit starts Java's logging, which costs 40 ms
    }

    static Surroundings surroundings(Interrupts interrupts) {
        return new Surroundings(
                System.in,
                System.out,
                System.err,
                System.getenv(),
                Clock.systemUTC(),
                Ticker.SYSTEM,
                SecureRandom::new,
                new MachineKeys(),
                Machine.system(),
                interrupts,
                new TtyPinPrompt(interrupts),
                new TtyScreen());
    }

    /** Before anything else of Java is used. */
    static void prepareJava() {
        useNativesOfTheDistribution();
        nameSelectorProvider();
    }

    /** The first socket asks every jar on the class path for a provider of its own, 20 ms long, unless one is named. */
    private static void nameSelectorProvider() {
        if (Os.current() == Os.LINUX) {
            System.setProperty("java.nio.channels.spi.SelectorProvider", "sun.nio.ch.EPollSelectorProvider");
        }
    }

    /** The launcher says where they are. */
    private static void useNativesOfTheDistribution() {
        String natives = System.getProperty("seckey.natives");
        if (natives != null) {
            NativeLibraries.properties(Path.of(natives), Os.current(), System.getProperty("os.arch"))
                    .forEach(System::setProperty);
        }
    }

    /** The whole command line, for tests as for the shell. */
    public static ExitCode run(Surroundings surroundings, String... args) {
        return new Runner(surroundings).run(args);
    }
}

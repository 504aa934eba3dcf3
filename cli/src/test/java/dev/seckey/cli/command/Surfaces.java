package dev.seckey.cli.command;

import dev.seckey.cli.Interrupts;
import dev.seckey.cli.Surroundings;
import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.keys.MachineKeys;
import dev.seckey.cli.surface.CommandModel;
import dev.seckey.cli.terminal.Screen;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Ticker;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The command line as it presents itself, for tests. */
public final class Surfaces {
    private Surfaces() {}

    public static CommandModel program() {
        return SurfaceReader.read(context());
    }

    /** Understands a command line, and does not run it. @throws RuntimeException if it is wrong */
    public static void parse(String... args) {
        CommandTree.build(new GlobalOptions(), context(), args)
                .setPosixClusteredShortOptionsAllowed(false)
                .parseArgs(args);
    }

    private static Context context() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Map.of(),
                Clock.systemUTC(),
                Ticker.SYSTEM,
                SecureRandom::new,
                new MachineKeys(),
                Machine.system(),
                Interrupts.only(new CancelToken()),
                question -> Optional.empty(),
                Screen.NONE);
        return new Context(new GlobalOptions(), surroundings);
    }
}

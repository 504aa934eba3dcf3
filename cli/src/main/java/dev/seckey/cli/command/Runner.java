package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.FailureHandler;
import dev.seckey.cli.Surroundings;
import dev.seckey.cli.Version;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses a command line, runs what it names, and turns every ending into an exit code. */
public final class Runner {
    /** Picocli can do no narrower. */
    private static final int NARROWEST_HELP = 55;

    private static final int WIDEST_HELP = 100;

    private final Surroundings surroundings;

    public Runner(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public ExitCode run(String... args) {
        GlobalOptions options = new GlobalOptions();
        try (Context context = new Context(options, surroundings)) {
            Optional<Action> plain = PlainLine.understand(options, context, args);
            if (plain.isPresent()) {
                return run(plain.get());
            }
            CommandLine tree = CommandTree.build(options, context, args);
            prepare(tree, options);
            return run(tree, args);
        } catch (ParameterException e) {
            return usage(e);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            ExitCode code = new FailureHandler(surroundings.err(), options.verbose()).handle(e);
            return surroundings.interrupts().haveCancelled() ? ExitCode.INTERRUPTED : code;
        }
    }

    private void prepare(CommandLine tree, GlobalOptions options) {
        tree.setPosixClusteredShortOptionsAllowed(false);
        Ansi ansi = Ansi.OFF;
        tree.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    }

    private ExitCode run(CommandLine tree, String... args) {
        ParseResult parsed = tree.parseArgs(args);
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine named = last.commandSpec().commandLine();
        if (last.isUsageHelpRequested()) {
            print(named, surroundings.out());
            return ExitCode.DONE;
        }
        if (last.isVersionHelpRequested()) {
            surroundings.out().println(Version.line());
            return ExitCode.DONE;
        }
        if (!(named.getCommand() instanceof Action action)) {
            print(named, surroundings.err());
            return ExitCode.USAGE;
        }
        return run(action);
    }

    private ExitCode run(Action action) {
        ExitCode code = action.run();
        return surroundings.interrupts().haveCancelled() ? ExitCode.INTERRUPTED : code;
    }

    private void print(CommandLine command, PrintStream out) {
        int columns = surroundings.screen().columns();
        command.setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, columns)));
        PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
        command.usage(writer);
        writer.flush();
    }

    private ExitCode usage(ParameterException e) {
        PrintStream err = surroundings.err();
        CommandLine command = e.getCommandLine();
        err.println("seckey: " + message(e));
        PrintWriter writer = new PrintWriter(err, true, StandardCharsets.UTF_8);
        boolean suggested = e instanceof UnmatchedArgumentException unmatched
                && UnmatchedArgumentException.printSuggestions(unmatched, writer);
        writer.flush();
        if (!suggested || e instanceof MissingParameterException) {
            err.println("hint: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }

    /** Picocli's message in our manner: one line, in lower case. */
    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "\"" + unmatched.getUnmatched().get(0) + "\" is not understood here";
        }
        String line = e.getMessage().lines().findFirst().orElse("the command line cannot be understood");
        String bare = line.startsWith("Error: ") ? line.substring("Error: ".length()) : line;
        return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }
}

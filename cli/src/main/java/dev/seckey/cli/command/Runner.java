package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.FailureHandler;
import dev.seckey.cli.Surroundings;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.Version;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    /** Picocli can do no narrower: below that it is NarrowHelp's. */
    private static final int NARROWEST_HELP = 55;

    private static final int WIDEST_HELP = 100;

    private static final char ILLEGIBLE = '\uFFFD';

    private final Surroundings surroundings;

    public Runner(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public ExitCode run(String... args) {
        GlobalOptions options = new GlobalOptions();
        try (Context context = new Context(options, surroundings)) {
            requireLegible(args);
            Optional<Action> plain = PlainLine.understand(options, context, args);
            if (plain.isPresent()) {
                return run(plain.get());
            }
            CommandLine tree = CommandTree.build(options, context, args);
            prepare(tree);
            return run(tree, args);
        } catch (ParameterException e) {
            return usage(e);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            ExitCode code = new FailureHandler(surroundings.err(), options.verbose()).handle(e);
            return surroundings.interrupts().haveCancelled() ? ExitCode.INTERRUPTED : code;
        }
    }

    /** Java puts this sign where an octet is no letter of the locale; what came would not be what was typed. */
    private static void requireLegible(String... args) {
        if (Arrays.stream(args).anyMatch(arg -> arg.indexOf(ILLEGIBLE) >= 0)) {
            throw new UsageException(
                    "the command line holds letters that this locale does not know",
                    "choose one that knows them, for instance LC_ALL=C.UTF-8");
        }
    }

    private static void prepare(CommandLine tree) {
        tree.setPosixClusteredShortOptionsAllowed(false);
        tree.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
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
        boolean narrow = columns < NARROWEST_HELP;
        command.setUsageHelpWidth(narrow ? NarrowHelp.UNBROKEN : Math.min(WIDEST_HELP, columns));
        String help = command.getUsageMessage();
        PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
        writer.print(narrow ? NarrowHelp.of(help, columns) : help);
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
        if (looksLikeAnId(e)) {
            err.println("hint: an id that begins with \"-\" goes to the end of the line, behind \"--\"");
        } else if (!suggested || e instanceof MissingParameterException) {
            err.println("hint: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }

    /** One credential id in 64 begins with a hyphen, since they are written in base64url. */
    private static boolean looksLikeAnId(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                && unmatched.getUnmatched().get(0).matches("-[A-Za-z0-9_-]{20,}")
                && !unmatched.getUnmatched().get(0).startsWith("--");
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

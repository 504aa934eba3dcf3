package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.policy.Policies;
import dev.seckey.cli.surface.Value.Kind;
import dev.seckey.cli.terminal.Printable;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.transports.KeyRef;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Not for people: what a shell may offer for a value, one a line, each with a tabulator and what it means. */
@Command(name = CompleteCommand.NAME, hidden = true, description = "What could stand here?")
final class CompleteCommand implements Action {
    static final String NAME = "__complete";

    private final Context context;

    @Parameters(index = "0", paramLabel = "KIND")
    private String kind;

    @Parameters(index = "1", paramLabel = "PREFIX", arity = "0..1")
    private String prefix = "";

    CompleteCommand(Context context) {
        this.context = context;
    }

    private record Candidate(String text, String meaning) {}

    /** Whatever goes wrong, a person in the middle of a line is told nothing of it. */
    @Override
    public ExitCode run() {
        PrintStream out = context.surroundings().out();
        try {
            candidates(Kind.valueOf(kind.toUpperCase(Locale.ROOT)))
                    .filter(candidate -> candidate.text().startsWith(prefix))
                    .forEach(
                            candidate -> out.print(candidate.text() + "\t" + Printable.of(candidate.meaning()) + "\n"));
        } catch (RuntimeException e) {
            return ExitCode.DONE;
        }
        return ExitCode.DONE;
    }

    private Stream<Candidate> candidates(Kind wanted) {
        return switch (wanted) {
            case KEY -> Stream.concat(presentKeys(), simulatedKeys());
            case POLICY ->
                Stream.concat(
                        Policies.builtIn().stream()
                                .map(policy -> new Candidate(
                                        policy.rules().name(), policy.rules().title())),
                        context.policies().files().stream()
                                .map(file -> new Candidate(Policies.nameOf(file), "your own")));
            case MODEL ->
                context.metadata()
                        .index()
                        .entries()
                        .map(entry -> new Candidate(entry.aaguid().toString(), entry.name()));
            case PROFILE -> SimulatedProfiles.names().stream().map(name -> new Candidate(name, "simulated"));
            case SCHEMA -> SchemaCommand.names().stream().map(name -> new Candidate(name, "schema"));
            case FREE, WORDS, FILE, FOLDER -> Stream.empty();
        };
    }

    private Stream<Candidate> presentKeys() {
        return prefix.startsWith("v")
                ? Stream.empty()
                : context.keys().list().present().stream()
                        .filter(KeyRef::openable)
                        .map(key -> new Candidate(key.selector(), key.product()));
    }

    /** All of them only to who asks: nobody has them at hand. */
    private Stream<Candidate> simulatedKeys() {
        return prefix.startsWith("virtual:")
                ? SimulatedProfiles.names().stream().map(name -> new Candidate("virtual:" + name, "simulated"))
                : Stream.of(new Candidate("virtual", "a simulated key"));
    }
}

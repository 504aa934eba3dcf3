package dev.seckey.cli.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The packaged command, in a place of a test's choosing. */
final class Seckey {
    /** Without metadata of this machine's user, and with the Java that runs the tests. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SECKEY_HOME",
            image().resolve("no-such-home").toString(),
            "JAVA_HOME",
            System.getProperty("java.home"),
            "LC_ALL",
            "C.UTF-8");

    /** Where the tests run. */
    static final Seckey HERE = new Seckey(command -> command);

    private final UnaryOperator<List<String>> place;

    /** @param place what makes of a command one that runs beside certain real parts */
    Seckey(UnaryOperator<List<String>> place) {
        this.place = place;
    }

    /** Where {bin,lib} are. */
    static Path image() {
        return Path.of(System.getProperty("seckey.image", "target/seckey")).toAbsolutePath();
    }

    static List<String> command(String... arguments) {
        return Stream.concat(Stream.of(image().resolve("bin/seckey").toString()), Stream.of(arguments))
                .toList();
    }

    /** The command as it runs in this place. */
    List<String> placed(List<String> command) {
        return place.apply(command);
    }

    Running start(String... arguments) {
        return start(command(arguments));
    }

    /** Any other command in the same place. */
    Running start(List<String> command) {
        return Running.start(placed(command), ENVIRONMENT);
    }

    Outcome run(String... arguments) {
        return run(command(arguments));
    }

    Outcome run(List<String> command) {
        try (Running running = start(command)) {
            return running.end();
        }
    }

    /** With these lines on stdin. */
    Outcome typing(String lines, String... arguments) {
        try (Running running = start(arguments)) {
            running.type(lines);
            return running.end();
        }
    }
}

package dev.seckey.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The short way and the parser understand the same. */
class PlainLineTest {
    private final GlobalOptions options = new GlobalOptions();

    private Optional<Action> plain(String line) {
        return PlainLine.understand(options, null, line.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "list --json", "--json list", "info", "info --json", "--json info"})
    void aCommandAloneIsWhatTheParserMakesOfIt(String line) throws IllegalAccessException {
        GlobalOptions parsedOptions = new GlobalOptions();
        ParseResult parsed =
                CommandTree.build(parsedOptions, null, line.split(" ")).parseArgs(line.split(" "));
        CommandLine named = parsed.subcommand().commandSpec().commandLine();

        Action action = plain(line).orElseThrow();

        assertEquals(values(named.getCommand()), values(action));
        assertEquals(values(parsedOptions), values(options));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--json",
                "--json --json list",
                "list --watch",
                "list list",
                "verify",
                "--help",
                "lists",
                "-v list"
            })
    void anyOtherLineIsTheParsers(String line) {
        assertTrue(plain(line).isEmpty());
    }

    @Test
    void theOptionsThatAreComparedAreFound() throws IllegalAccessException {
        assertEquals("30", values(options).get("GlobalOptions.timeout"));
    }

    /** What the options of a command and of its mixins hold. */
    private static Map<String, String> values(Object command) throws IllegalAccessException {
        Map<String, String> values = new TreeMap<>();
        for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                field.setAccessible(true);
                if (field.isAnnotationPresent(Option.class) && !Modifier.isStatic(field.getModifiers())) {
                    values.put(type.getSimpleName() + "." + field.getName(), String.valueOf(field.get(command)));
                } else if (field.isAnnotationPresent(Mixin.class)) {
                    values.putAll(values(field.get(command)));
                }
            }
        }
        return values;
    }
}

package dev.seckey.cli.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.command.Surfaces;
import dev.seckey.cli.completion.Shell;
import dev.seckey.cli.surface.CommandModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PowerShell is on few build machines: its script is held against what it must say. */
class PowerShellScriptTest {
    private static final CommandModel PROGRAM = Surfaces.program();
    private static final String SCRIPT = Shell.POWERSHELL.script(PROGRAM);

    private static void assertSays(String text) {
        assertTrue(SCRIPT.contains(text), () -> "the script does not say " + text);
    }

    @Test
    void itIsForTheLauncherOfWindowsToo() {
        assertSays("Register-ArgumentCompleter -Native -CommandName seckey, seckey.cmd -ScriptBlock {");
    }

    @Test
    void itKnowsEveryCommandAndOption() {
        PROGRAM.all().forEach(command -> {
            assertSays("        '" + command.path() + "' = @{\n");
            command.options().forEach(option -> option.names().forEach(name -> assertSays("'" + name + "' = @('")));
        });
    }

    @Test
    void itKnowsWhatAnOptionTakes() {
        assertSays("'--key' = @('key', ");
        assertSays("'--policy' = @('policy', ");
        assertSays("'--pin-protocol' = @(':1|2', ");
        assertSays("'--json' = @('', ");
        assertSays("& $words[0] __complete $kind $wordToComplete 2>$null");
    }

    @Test
    void quotesInWordsAreDoubled() {
        assertSays("Is this the key''s PIN?'");
        assertEquals(
                List.of(),
                SCRIPT.lines().filter(line -> line.contains("key's PIN")).toList());
    }

    @Test
    void bracketsAreBalanced() {
        Map.of('{', '}', '(', ')', '[', ']').forEach((open, close) -> assertEquals(count(open), count(close)));
    }

    /** Outside of quotes. */
    private static long count(char bracket) {
        return SCRIPT.replaceAll("\"[^\"\n]*\"|'(?:[^'\n]|'')*'", "")
                .chars()
                .filter(each -> each == bracket)
                .count();
    }
}

package dev.seckey.cli.completion;

import dev.seckey.cli.surface.CommandModel;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The shells that there are scripts for. */
public enum Shell {
    BASH("seckey.bash", BashScript::of),
    ZSH("_seckey", ZshScript::of),
    FISH("seckey.fish", FishScript::of),
    POWERSHELL("seckey.ps1", PowerShellScript::of);

    private final String fileName;
    private final Function<CommandModel, String> script;

    Shell(String fileName, Function<CommandModel, String> script) {
        this.fileName = fileName;
        this.script = script;
    }

    public static Optional<Shell> named(String name) {
        for (Shell shell : values()) {
            if (shell.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(shell);
            }
        }
        return Optional.empty();
    }

    /** What the script is called where shells look for it. */
    public String fileName() {
        return fileName;
    }

    /** The script for this program, without a last line break. */
    public String script(CommandModel program) {
        return script.apply(program).stripTrailing();
    }
}

package dev.seckey.cli.completion;

import dev.seckey.cli.surface.CommandModel;
import dev.seckey.cli.surface.OptionModel;
import dev.seckey.cli.surface.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** For Windows PowerShell 5.1 and for PowerShell 7. ASCII alone: 5.1 reads other letters in the system's code page. */
final class PowerShellScript {
    private static final String HEAD = """
            # Completion of seckey for PowerShell 5.1 and newer, made by "seckey completion powershell".

            Register-ArgumentCompleter -Native -CommandName seckey, seckey.cmd -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)

                # Of each command: those below it, its options with the kind of value that they take ('' for a switch) and what
                # they mean, and the kind of its arguments. A kind that begins with ":" is a list of words.
                $known = @{
            """;

    private static final String TAIL = """
                }

                $words = @($commandAst.CommandElements |
                    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
                    ForEach-Object { $_.ToString() })
                $path = ''
                $here = $known['']
                $kind = ''
                foreach ($word in ($words | Select-Object -Skip 1)) {
                    $option = $here.Options[$word]
                    if (-not $option) { $option = $known[''].Options[$word] }
                    if ($kind) { $kind = '' }
                    elseif ($option) { $kind = $option[0] }
                    elseif ($here.Commands.Contains($word)) {
                        $path = "$path $word".Trim()
                        $here = $known[$path]
                    }
                }

                $found = [ordered]@{}
                if (-not $kind -and $wordToComplete -like '-*') {
                    foreach ($options in $here.Options, $known[''].Options) {
                        foreach ($name in $options.Keys) { $found[$name] = $options[$name][1] }
                    }
                } elseif (-not $kind -and $here.Commands.Count) {
                    $found = $here.Commands
                } else {
                    if (-not $kind) { $kind = $here.Arguments }
                    if ($kind -like ':*') {
                        foreach ($word in $kind.Substring(1).Split('|')) { $found[$word] = $word }
                    } elseif ($kind -and $kind -notin 'free', 'file', 'folder') {
                        foreach ($line in & $words[0] __complete $kind $wordToComplete 2>$null) {
                            $parts = $line.Split("`t")
                            $found[$parts[0]] = $parts[1]
                        }
                    }
                }
                foreach ($text in $found.Keys) {
                    if (-not $text.StartsWith($wordToComplete)) { continue }
                    $typed = if ($text -match '[\\s'']') { "'" + $text.Replace("'", "''") + "'" } else { $text }
                    $meaning = if ($found[$text]) { $found[$text] } else { $text }
                    [System.Management.Automation.CompletionResult]::new($typed, $text, 'ParameterValue', $meaning)
                }
            }
            """;

    private PowerShellScript() {}

    static String of(CommandModel program) {
        StringBuilder text = new StringBuilder(HEAD);
        program.all().forEach(command -> write(text, command));
        return text.append(TAIL).toString();
    }

    private static void write(StringBuilder text, CommandModel command) {
        text.append("        ").append(quoted(command.path())).append(" = @{\n");
        text.append("            Commands = [ordered]@{")
                .append(command.commands().stream()
                        .map(child -> quoted(child.name()) + " = " + quoted(child.summary()))
                        .collect(Collectors.joining("; ")))
                .append("}\n            Options = [ordered]@{\n");
        command.options().forEach(option -> write(text, option));
        text.append("            }\n            Arguments = ")
                .append(quoted(
                        command.arguments().isEmpty()
                                ? ""
                                : kind(command.arguments().get(0).value())))
                .append("\n        }\n");
    }

    private static void write(StringBuilder text, OptionModel option) {
        String kind = option.value().map(PowerShellScript::kind).orElse("");
        for (String name : option.names()) {
            text.append("                ")
                    .append(quoted(name))
                    .append(" = @(")
                    .append(String.join(", ", List.of(quoted(kind), quoted(option.description()))))
                    .append(")\n");
        }
    }

    private static String kind(Value value) {
        return value.kind() == Value.Kind.WORDS
                ? ":" + String.join("|", value.words())
                : value.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

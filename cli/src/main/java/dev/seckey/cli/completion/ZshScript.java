package dev.seckey.cli.completion;

import dev.seckey.cli.surface.ArgumentModel;
import dev.seckey.cli.surface.CommandModel;
import dev.seckey.cli.surface.OptionModel;
import dev.seckey.cli.surface.Value;
import java.util.List;
import java.util.Locale;

/** For zsh, by its own _arguments and _describe. */
final class ZshScript {
    private static final String HEAD = """
            #compdef seckey
            # Completion of seckey for zsh, made by "seckey completion zsh".

            # What the program itself says could stand here.
            _seckey_candidates() {
                local -a lines found
                local line
                lines=("${(@f)$("$seckey_program" __complete $1 "${(Q)PREFIX}" 2>/dev/null)}")
                for line in $lines; do
                    found+=("${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}")
                done
                _describe -t values "$1" found
            }
            """;

    private static final String GROUP = """

            %1$s() {
                local state line
                local -A opt_args
                _arguments -C : "$seckey_options[@]" '1:command:->command' '*::argument:->argument'
                case $state in
                command)
                    local -a commands=(
            %2$s        )
                    _describe command commands
                    ;;
                argument)
                    case $line[1] in
            %3$s        esac
                    ;;
                esac
            }
            """;

    private static final String TAIL = """

            _seckey() {
                local seckey_program=${words[1]/#\\~/$HOME}
                local -a seckey_options=(
            %s    )
                _seckey_commands
            }

            if [[ $funcstack[1] == _seckey ]]; then
                _seckey "$@"
            else
                compdef _seckey seckey
            fi
            """;

    private ZshScript() {}

    static String of(CommandModel program) {
        StringBuilder text = new StringBuilder(HEAD);
        program.all().forEach(command -> write(text, command));
        return text.append(String.format(TAIL, specs(program.options(), "        ")))
                .toString();
    }

    private static void write(StringBuilder text, CommandModel command) {
        if (command.commands().isEmpty()) {
            text.append('\n').append(function(command)).append("() {\n    _arguments -S : \"$seckey_options[@]\"");
            for (String spec : specs(command.options(), "").lines().toList()) {
                text.append(" \\\n        ").append(spec);
            }
            for (int i = 0; i < command.arguments().size(); i++) {
                ArgumentModel argument = command.arguments().get(i);
                text.append(" \\\n        ")
                        .append(quoted((argument.many() ? "*" : String.valueOf(i + 1)) + tail(argument.value())));
            }
            text.append("\n}\n");
        } else {
            StringBuilder described = new StringBuilder();
            StringBuilder cases = new StringBuilder();
            for (CommandModel child : command.commands()) {
                described
                        .append("            ")
                        .append(quoted(child.name() + ":" + child.summary()))
                        .append('\n');
                cases.append("        ")
                        .append(child.name())
                        .append(") ")
                        .append(function(child))
                        .append(" ;;\n");
            }
            text.append(String.format(GROUP, function(command), described, cases));
        }
    }

    private static String function(CommandModel command) {
        return command.path().isEmpty()
                ? "_seckey_commands"
                : "_seckey_" + command.path().replace(' ', '_').replace('-', '_');
    }

    /** One a line. */
    private static String specs(List<OptionModel> options, String indent) {
        StringBuilder text = new StringBuilder();
        for (OptionModel option : options) {
            String excluded = option.names().size() > 1 ? "(" + String.join(" ", option.names()) + ")" : "";
            for (String name : option.names()) {
                String sign = option.value().isPresent() && name.startsWith("--") ? "=" : "";
                text.append(indent)
                        .append(quoted(excluded + name + sign + "[" + escaped(option.description()) + "]"
                                + option.value().map(ZshScript::tail).orElse("")))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** What a value is called, and what completes it. */
    private static String tail(Value value) {
        return ":" + escaped(value.label()) + ":" + action(value);
    }

    private static String action(Value value) {
        return switch (value.kind()) {
            case FREE -> " ";
            case WORDS -> "(" + String.join(" ", value.words()) + ")";
            case FILE -> "_files";
            case FOLDER -> "_files -/";
            case KEY, POLICY, MODEL, PROFILE, SCHEMA ->
                " _seckey_candidates " + value.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

package dev.seckey.cli.completion;

import dev.seckey.cli.surface.ArgumentModel;
import dev.seckey.cli.surface.CommandModel;
import dev.seckey.cli.surface.OptionModel;
import dev.seckey.cli.surface.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** For bash 3.2 and newer, with or without the package bash-completion. */
final class BashScript {
    private static final String HEAD = """
            # Completion of seckey for bash, made by "seckey completion bash".

            # What is known of a command: the commands below it, its options, which of them take a value of what kind, and the
            # kind of its arguments. A kind that begins with ":" is a list of words.
            _seckey_known() {
                commands='' options='' values='' arguments=none
                case $1 in
            """;

    private static final String REST = """
                esac
            }

            # The kind of value that an option takes; nothing for a switch.
            _seckey_kind() {
                local each
                for each in $values $every_value; do
                    [[ $each == "$1="* ]] && kind=${each#*=} && return
                done
                kind=''
            }

            # Candidates of a kind, one a line.
            _seckey_candidates() {
                local words
                case $1 in
                :*)
                    words=${1#:}
                    printf '%s\\n' ${words//|/ }
                    ;;
                folder) compgen -d -- "$2" ;;
                none | free) ;;
                *) "${COMP_WORDS[0]/#\\~/$HOME}" __complete "$1" "$2" 2>/dev/null | cut -f 1 ;;
                esac
            }

            _seckey() {
                local commands options values arguments kind path='' word before='' lead='' i n=0 skip=''
                local words=()
                local every_option='{options}'
                local every_value='{values}'
                # readline cuts words at ":" and "=" too
                for ((i = 1; i <= COMP_CWORD; i++)); do
                    word=${COMP_WORDS[i]}
                    if ((n)) && [[ $word == [:=]* || ${words[n - 1]} == *[:=] ]]; then
                        words[n - 1]+=$word
                    else
                        words[n]=$word
                        n=$((n + 1))
                    fi
                done
                word=${words[n - 1]:-}
                ((n > 1)) && before=${words[n - 2]}
                _seckey_known ''
                for ((i = 0; i < n - 1; i++)); do
                    if [[ $skip ]]; then
                        skip=''
                    elif [[ ${words[i]} == -* ]]; then
                        _seckey_kind "${words[i]}"
                        [[ $kind ]] && skip=1
                    elif [[ " $commands " == *" ${words[i]} "* ]]; then
                        path=${path:+$path }${words[i]}
                        _seckey_known "$path"
                    fi
                done

                kind=''
                [[ $before == -* ]] && _seckey_kind "$before"
                if [[ ! $kind && $word == --*=* ]]; then
                    _seckey_kind "${word%%=*}"
                    lead=${word%%=*}=
                    word=${word#*=}
                fi
                COMPREPLY=()
                if [[ $kind == file || ! $kind && $word != -* && ! $commands && $arguments == file ]]; then
                    return # to readline's own completion of files
                fi
                compopt +o default 2>/dev/null
                local found
                if [[ $kind ]]; then
                    found=$(_seckey_candidates "$kind" "$word")
                elif [[ $word == -* ]]; then
                    found=$(printf '%s\\n' $options $every_option)
                elif [[ $commands ]]; then
                    found=$(printf '%s\\n' $commands)
                else
                    found=$(_seckey_candidates "$arguments" "$word")
                fi

                # readline replaces only what stands behind the last ":" or "="
                local whole=$lead$word cut='' plain=${word//\\\\/}
                [[ $COMP_WORDBREAKS == *:* && $whole == *[:=]* ]] && cut=${whole%"${whole##*[:=]}"}
                while IFS= read -r word; do
                    [[ $word && $word == "$plain"* ]] || continue
                    word=$lead$word
                    COMPREPLY+=("$(printf '%q' "${word#"$cut"}")")
                done <<<"$found"
            }

            complete -o default -F _seckey seckey
            """;

    private BashScript() {}

    static String of(CommandModel program) {
        StringBuilder text = new StringBuilder(HEAD);
        program.all().forEach(command -> write(text, command));
        String rest =
                REST.replace("{options}", names(program.options())).replace("{values}", values(program.options()));
        return text.append(rest).toString();
    }

    private static void write(StringBuilder text, CommandModel command) {
        text.append("    '").append(command.path()).append("')\n");
        assign(
                text,
                "commands",
                command.commands().stream().map(CommandModel::name).collect(Collectors.joining(" ")));
        if (!command.path().isEmpty()) {
            assign(text, "options", names(command.options()));
            assign(text, "values", values(command.options()));
        }
        if (!command.arguments().isEmpty()) {
            ArgumentModel first = command.arguments().get(0);
            assign(text, "arguments", kind(first.value()));
        }
        text.append("        ;;\n");
    }

    private static void assign(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("        ").append(name).append("='").append(value).append("'\n");
        }
    }

    private static String names(List<OptionModel> options) {
        return options.stream().flatMap(option -> option.names().stream()).collect(Collectors.joining(" "));
    }

    private static String values(List<OptionModel> options) {
        return options.stream()
                .flatMap(option -> option.value().stream()
                        .flatMap(value -> option.names().stream().map(name -> name + "=" + kind(value))))
                .collect(Collectors.joining(" "));
    }

    private static String kind(Value value) {
        return value.kind() == Value.Kind.WORDS
                ? ":" + String.join("|", value.words())
                : value.kind().name().toLowerCase(Locale.ROOT);
    }
}

package dev.seckey.cli.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * One table of a policy file. Whatever is not as it should be is noted with its place and then taken as absent, so that
 * the reading goes on to the next mistake; a key that nobody asked for by the end is a mistake too.
 */
final class Section {
    private final TomlTable table;
    private final String title;
    private final List<Problem> problems;
    private final Set<String> known = new TreeSet<>();

    /** @param title as it stands in brackets; empty for the file's top */
    Section(TomlTable table, String title, List<Problem> problems) {
        this.table = table;
        this.title = title;
        this.problems = problems;
    }

    Optional<String> text(String key) {
        return value(key, String.class, "text in quotes");
    }

    Optional<Boolean> flag(String key) {
        return value(key, Boolean.class, "true or false");
    }

    Optional<Integer> number(String key, int least, int most) {
        Optional<Long> number = value(key, Long.class, "a number");
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            problem(key, key + " is a number from " + least + " to " + most + ", not " + number.get());
            return Optional.empty();
        }
        return number.map(Long::intValue);
    }

    <T> Optional<T> choice(String key, Map<String, T> choices) {
        return text(key).flatMap(text -> choice(text, choices, position(key)));
    }

    /** Several of these words, each once; empty if the key is absent. */
    <T> List<T> choices(String key, Map<String, T> choices) {
        return texts(key, (text, at) -> choice(text, choices, at));
    }

    List<String> texts(String key) {
        return texts(key, (text, at) -> {
            if (text.isBlank()) {
                problem(at, "this text is empty");
                return Optional.empty();
            }
            return Optional.of(text);
        });
    }

    interface Reading<T> {
        /** Empty if it is not what it should be, which has been noted. */
        Optional<T> read(String text, TomlPosition at);
    }

    <T> List<T> texts(String key, Reading<T> reading) {
        List<T> values = new ArrayList<>();
        value(key, TomlArray.class, "a list of texts, as in [\"one\", \"two\"]")
                .ifPresent(array -> read(array, reading, values));
        return values;
    }

    private <T> void read(TomlArray array, Reading<T> reading, List<T> values) {
        for (int i = 0; i < array.size(); i++) {
            TomlPosition at = array.inputPositionOf(i);
            if (!(array.get(i) instanceof String text)) {
                problem(at, "text in quotes is wanted here");
                continue;
            }
            reading.read(text, at).ifPresent(value -> {
                if (values.contains(value)) {
                    problem(at, "\"" + text + "\" is named twice");
                }
                values.add(value);
            });
        }
    }

    Optional<Section> section(String key) {
        String path = title.isEmpty() ? key : title + "." + key;
        return value(key, TomlTable.class, "a table: [" + path + "]").map(inner -> new Section(inner, path, problems));
    }

    /** The keys of a table whose keys are free; none of them is unknown. */
    Set<String> keys() {
        known.addAll(table.keySet());
        return table.keySet();
    }

    boolean has(String key) {
        return table.contains(List.of(key));
    }

    void problem(String key, String what) {
        problem(position(key), what);
    }

    void problem(TomlPosition at, String what) {
        problems.add(new Problem(at.line(), at.column(), what));
    }

    /** To be called when every key that this table may have was asked for. */
    void end() {
        String where = title.isEmpty() ? "" : " in [" + title + "]";
        for (String key : table.keySet()) {
            if (!known.contains(key)) {
                problem(key, "unknown key \"" + key + "\"" + where + Nearest.hint(key, known));
            }
        }
    }

    private <T> Optional<T> choice(String text, Map<String, T> choices, TomlPosition at) {
        Optional<T> chosen = Optional.ofNullable(choices.get(text));
        if (chosen.isEmpty()) {
            problem(at, "\"" + text + "\" is not one of " + String.join(", ", choices.keySet()));
        }
        return chosen;
    }

    private <T> Optional<T> value(String key, Class<T> type, String wanted) {
        known.add(key);
        Object value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            problem(key, key + " wants " + wanted);
            return Optional.empty();
        }
        return Optional.of(type.cast(value));
    }

    private TomlPosition position(String key) {
        return table.inputPositionOf(List.of(key));
    }
}

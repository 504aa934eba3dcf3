package dev.seckey.cli.output;

import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.MetadataDiff.Change;
import dev.seckey.ctap2.metadata.MetadataDiff.Kind;
import dev.seckey.ctap2.metadata.MetadataDiff.State;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which models differ between two lists.
 *
 * @param old what the older list is: "FIDO Metadata Service BLOB no. 122"
 */
public record MetadataDiffResult(String old, String fresh, List<Change> changes) implements Result {
    @Override
    public void writeText(TextWriter out) {
        out.pair("old", old);
        out.pair("new", fresh);
        for (Kind kind : Kind.values()) {
            changes.stream()
                    .filter(change -> change.kind() == kind)
                    .forEach(change -> out.line(String.format(
                            "%-8s  %s  %s: %s", word(kind), change.aaguid(), change.name(), what(change))));
        }
        out.line(summary());
    }

    private String summary() {
        return changes.isEmpty()
                ? "no model is different"
                : Arrays.stream(Kind.values())
                        .filter(kind -> count(kind) > 0)
                        .map(kind -> count(kind) + " " + word(kind))
                        .collect(Collectors.joining(", "));
    }

    private long count(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String what(Change change) {
        return switch (change.kind()) {
            case ADDED -> level(change.after());
            case REMOVED -> level(change.before());
            case GAINED, RAISED, LOWERED, LOST -> level(change.before()) + " -> " + level(change.after());
            case STATUS -> level(change.after()) + ", " + statuses(change.before()) + " -> " + statuses(change.after());
        };
    }

    /** With what stands against the model, if anything does. */
    private static String level(Optional<State> state) {
        String failures = state.stream()
                .flatMap(each -> each.finding().failures().stream())
                .map(failure -> " [" + failure.text() + "]")
                .collect(Collectors.joining());
        return state.flatMap(State::level).map(CertificationLevel::title).orElse("no level") + failures;
    }

    private static String statuses(Optional<State> state) {
        return state.map(each -> String.join("+", each.statuses())).orElse("");
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("old", old).member("new", fresh);
        out.objects("changes", changes, (inner, change) -> {
            inner.member("change", word(change.kind()))
                    .member("aaguid", change.aaguid().toString())
                    .member("name", change.name());
            change.before().ifPresent(state -> inner.object("before", writer -> write(writer, state)));
            change.after().ifPresent(state -> inner.object("after", writer -> write(writer, state)));
        });
    }

    private static void write(JsonWriter out, State state) {
        out.member("level", state.level().map(CertificationLevel::title)).strings("statuses", state.statuses());
    }
}

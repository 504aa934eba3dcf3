package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.model.Aaguid;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is different for a buyer between two lists of models, both judged on the same day. */
public final class MetadataDiff {
    /** What became of a model. A level counts only while nothing stands against the model. */
    public enum Kind {
        ADDED,
        REMOVED,
        /** It had no level, or none that counted. */
        GAINED,
        RAISED,
        LOWERED,
        /** It has no level any more, or none that counts. */
        LOST,
        /** The same level, other reports in effect. */
        STATUS
    }

    /** How a model stands in one of the lists. */
    public record State(MetadataEntry entry, LevelFinding finding, SortedSet<String> statuses) {
        static State of(MetadataEntry entry, LocalDate today) {
            return new State(
                    entry,
                    LevelRule.judge(entry, KeyFacts.NONE, today),
                    entry.reports().stream()
                            .filter(report -> report.inEffect(today))
                            .map(StatusReport::status)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        /** The level that counts; empty where there is none or something stands against the model. */
        public Optional<CertificationLevel> level() {
            return finding.outcome() == LevelFinding.Outcome.OK ? finding.level() : Optional.empty();
        }

        private int rank() {
            return level().map(CertificationLevel::rank).orElse(0);
        }
    }

    /** One model that is different; before is absent if added, after if removed. */
    public record Change(Kind kind, Aaguid aaguid, Optional<State> before, Optional<State> after) {
        /** As the newer list has it. */
        public String name() {
            return after.or(() -> before).map(state -> state.entry().name()).orElse("");
        }
    }

    private MetadataDiff() {}

    /** In the order of the AAGUIDs. */
    public static List<Change> between(
            Collection<MetadataEntry> before, Collection<MetadataEntry> after, LocalDate today) {
        Map<Aaguid, State> old = states(before, today);
        Map<Aaguid, State> fresh = states(after, today);
        TreeSet<Aaguid> all = new TreeSet<>(old.keySet());
        all.addAll(fresh.keySet());
        return all.stream()
                .flatMap(aaguid ->
                        change(aaguid, Optional.ofNullable(old.get(aaguid)), Optional.ofNullable(fresh.get(aaguid)))
                                .stream())
                .toList();
    }

    private static Map<Aaguid, State> states(Collection<MetadataEntry> entries, LocalDate today) {
        return entries.stream()
                .map(entry -> State.of(entry, today))
                .collect(Collectors.toMap(
                        state -> state.entry().aaguid(), Function.identity(), (one, other) -> other, TreeMap::new));
    }

    private static Optional<Change> change(Aaguid aaguid, Optional<State> before, Optional<State> after) {
        return kind(before, after).map(kind -> new Change(kind, aaguid, before, after));
    }

    private static Optional<Kind> kind(Optional<State> before, Optional<State> after) {
        if (before.isEmpty()) {
            return Optional.of(Kind.ADDED);
        }
        if (after.isEmpty()) {
            return Optional.of(Kind.REMOVED);
        }
        int old = before.get().rank();
        int fresh = after.get().rank();
        if (old != fresh) {
            return Optional.of(
                    old == 0 ? Kind.GAINED : fresh == 0 ? Kind.LOST : old < fresh ? Kind.RAISED : Kind.LOWERED);
        }
        return before.get().statuses().equals(after.get().statuses()) ? Optional.empty() : Optional.of(Kind.STATUS);
    }
}

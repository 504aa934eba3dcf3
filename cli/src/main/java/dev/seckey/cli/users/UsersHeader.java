package dev.seckey.cli.users;

import dev.seckey.cli.UsageException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which column holds what. */
record UsersHeader(int width, Map<UsersColumn, Integer> places) {
    /** @throws UsageException if it cannot be told */
    static UsersHeader of(List<String> headers, UsersOptions options) {
        Map<UsersColumn, Integer> places = new EnumMap<>(UsersColumn.class);
        for (UsersColumn column : UsersColumn.values()) {
            place(column, headers, Optional.ofNullable(options.columns().get(column)))
                    .ifPresent(index -> places.put(column, index));
        }
        if (!options.pins()) {
            places.remove(UsersColumn.PIN);
        } else if (!places.containsKey(UsersColumn.PIN)) {
            throw unfound("PINs, which the policy takes from the file", "pin", headers);
        }
        if (!places.containsKey(UsersColumn.ID) && !places.containsKey(UsersColumn.EMAIL)) {
            throw unfound("ids or e-mail addresses", "id", headers);
        }
        return new UsersHeader(headers.size(), places);
    }

    private static Optional<Integer> place(UsersColumn column, List<String> headers, Optional<String> named) {
        List<Integer> found = IntStream.range(0, headers.size())
                .filter(i -> named.map(name -> headers.get(i).strip().equalsIgnoreCase(name))
                        .orElseGet(() -> column.isCalled(headers.get(i))))
                .boxed()
                .toList();
        String option = column.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (named.isPresent() && found.isEmpty()) {
            throw new UsageException(
                    "the users' file has no column \"" + named.get() + "\"", "it has: " + String.join(", ", headers));
        }
        if (found.size() > 1) {
            throw new UsageException(
                    "two columns of the users' file could be the " + option + ": " + headers.get(found.get(0)) + ", "
                            + headers.get(found.get(1)),
                    "say which, with --users-columns " + option + "=NAME");
        }
        return found.stream().findFirst();
    }

    private static UsageException unfound(String what, String option, List<String> headers) {
        return new UsageException(
                "the users' file has no column with " + what,
                "its first line says: " + String.join(", ", headers) + "; name the column with --users-columns "
                        + option + "=NAME");
    }

    Optional<Integer> place(UsersColumn column) {
        return Optional.ofNullable(places.get(column));
    }
}

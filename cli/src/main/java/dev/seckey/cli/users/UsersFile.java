package dev.seckey.cli.users;

import dev.seckey.ctap2.pinuv.Pin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people of a users' file in its order, and their PINs where it brings them (then everybody's); closing wipes those. */
public final class UsersFile implements AutoCloseable {
    private final List<Person> people;
    private final Map<String, Pin> pins;

    /** @param pins by the person's id; taken over */
    UsersFile(List<Person> people, Map<String, Pin> pins) {
        this.people = List.copyOf(people);
        this.pins = new LinkedHashMap<>(pins);
    }

    public List<Person> people() {
        return people;
    }

    /** A copy of this person's PIN, for the caller to close. */
    public Optional<Pin> pinOf(Person person) {
        return Optional.ofNullable(pins.get(person.id())).map(Pin::copy);
    }

    @Override
    public void close() {
        pins.values().forEach(Pin::close);
    }
}

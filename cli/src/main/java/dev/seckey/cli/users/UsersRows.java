package dev.seckey.cli.users;

import dev.seckey.cli.pin.TrivialPin;
import dev.seckey.ctap2.pinuv.Pin;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of a users' file as they are checked one by one. Closing wipes the PINs. */
final class UsersRows implements AutoCloseable {
    /** What Excel makes of a long number: 5.55E+11. The last digits are lost. */
    private static final Pattern ROUNDED = Pattern.compile("-?\\d([.,]\\d+)?[eE]\\+?\\d+");

    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private final UsersOptions options;
    private Optional<UsersHeader> header = Optional.empty();
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Pin> pins = new LinkedHashMap<>();
    private final Map<String, Long> lines = new HashMap<>();

    UsersRows(UsersOptions options) {
        this.options = options;
    }

    void begin(UsersRow row) {
        header = Optional.of(UsersHeader.of(row.fields(), options));
    }

    Optional<Integer> pinPlace() {
        return header.flatMap(known -> known.place(UsersColumn.PIN));
    }

    int count() {
        return people.size();
    }

    /** What is wrong with this row; empty if it was taken. The PIN's characters are wiped either way. */
    Optional<String> add(UsersRow row, long line) {
        try {
            if (row.isBlank()) {
                return Optional.empty();
            }
            int width = header.orElseThrow().width();
            if (row.fields().size() != width) {
                return Optional.of("it has " + row.fields().size() + " fields, and the first line has " + width);
            }
            Person person = person(row, line);
            Optional<String> problem = problemOf(person);
            return problem.isPresent() ? problem : take(person, row.pin(), line);
        } finally {
            row.pin().ifPresent(chars -> Arrays.fill(chars, '\0'));
        }
    }

    private Person person(UsersRow row, long line) {
        Optional<String> email = field(row, UsersColumn.EMAIL);
        String id = field(row, UsersColumn.ID)
                .or(() -> header.orElseThrow().place(UsersColumn.ID).isPresent() ? Optional.empty() : email)
                .orElse("");
        String both = field(row, UsersColumn.FIRST_NAME).orElse("") + " "
                + field(row, UsersColumn.LAST_NAME).orElse("");
        String name = field(row, UsersColumn.NAME).orElseGet(() -> both.isBlank() && !hasNames() ? id : both.strip());
        return new Person(id, name, email, (int) line);
    }

    private boolean hasNames() {
        UsersHeader known = header.orElseThrow();
        return known.place(UsersColumn.NAME).isPresent()
                || known.place(UsersColumn.FIRST_NAME).isPresent()
                || known.place(UsersColumn.LAST_NAME).isPresent();
    }

    private Optional<String> field(UsersRow row, UsersColumn column) {
        return header.orElseThrow()
                .place(column)
                .map(index -> row.fields().get(index).strip())
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> problemOf(Person person) {
        if (person.id().isEmpty()) {
            return Optional.of("the id is missing");
        }
        if (person.name().isEmpty()) {
            return Optional.of("the name is missing");
        }
        if (ROUNDED.matcher(person.id()).matches()) {
            return Optional.of("the id is \"" + person.id()
                    + "\", a number that Excel has rounded: format the column as text and type it again");
        }
        if (person.email().filter(address -> !address.contains("@")).isPresent()) {
            return Optional.of("\"" + person.email().get() + "\" is no e-mail address");
        }
        if (STEERING.matcher(person.id() + person.name() + person.email().orElse(""))
                .find()) {
            return Optional.of("a field holds a line break or another control character");
        }
        return Optional.empty();
    }

    private Optional<String> take(Person person, Optional<char[]> chars, long line) {
        String same = person.id().toLowerCase(Locale.ROOT);
        if (lines.containsKey(same)) {
            return Optional.of("the id \"" + person.id() + "\" stands in line " + lines.get(same) + " already");
        }
        if (chars.isPresent()) {
            Optional<String> problem = takePin(person, chars.get());
            if (problem.isPresent()) {
                return problem;
            }
        }
        lines.put(same, line);
        people.add(person);
        return Optional.empty();
    }

    private Optional<String> takePin(Person person, char[] chars) {
        if (ROUNDED.matcher(CharBuffer.wrap(chars)).matches()) {
            return Optional.of(
                    "the PIN is a number that Excel has rounded: format the column as text and type it again");
        }
        Pin pin;
        try {
            pin = Pin.takingChars(chars);
        } catch (IllegalArgumentException e) {
            return Optional.of("the PIN cannot be understood");
        }
        Optional<String> problem = problemOf(pin);
        if (problem.isPresent()) {
            pin.close();
            return problem;
        }
        pins.put(person.id(), pin);
        return Optional.empty();
    }

    private Optional<String> problemOf(Pin pin) {
        if (pin.codePoints() < options.minPinLength()) {
            return Optional.of("the PIN has less than " + options.minPinLength() + " characters");
        }
        if (pin.byteLength() > Pin.MAX_BYTES || pin.endsInZero()) {
            return Optional.of("the PIN has more than " + Pin.MAX_BYTES + " bytes");
        }
        return TrivialPin.objection(pin).map(why -> "the PIN is too simple: " + why);
    }

    UsersFile toFile() {
        return new UsersFile(people, pins);
    }

    @Override
    public void close() {
        pins.values().forEach(Pin::close);
    }
}

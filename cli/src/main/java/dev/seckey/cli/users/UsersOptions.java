package dev.seckey.cli.users;

import dev.seckey.cli.UsageException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a users' file is to be read.
 *
 * @param columns the headers of columns that the user named; the others are found by their usual names
 * @param pins whether PINs are wanted; else a column of PINs is not looked at
 * @param minPinLength in code points
 */
public record UsersOptions(Charset encoding, Map<UsersColumn, String> columns, boolean pins, int minPinLength) {
    private static final int SHORTEST_PIN = 4;

    public UsersOptions {
        columns = Map.copyOf(columns);
    }

    /** UTF-8, the usual names of columns, no PINs. */
    public static final UsersOptions USUAL = new UsersOptions(StandardCharsets.UTF_8, Map.of(), false, SHORTEST_PIN);

    /** @param length at least so many code points, by the policy; 4 in any case (CTAP 2.3 §6.5.1) */
    public UsersOptions withPins(int length) {
        return new UsersOptions(encoding, columns, true, Math.max(length, SHORTEST_PIN));
    }

    /**
     * From the command line.
     *
     * @param encoding as {@code --users-encoding} has it: "windows-1252"
     * @param columns as {@code --users-columns} has them: "name=Full name,id=Staff no"
     */
    public static UsersOptions parse(Optional<String> encoding, Optional<String> columns) {
        Map<UsersColumn, String> named = new EnumMap<>(UsersColumn.class);
        for (String pair : columns.map(text -> text.split(",")).orElse(new String[0])) {
            String[] parts = pair.split("=", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new UsageException(
                        "--users-columns cannot be understood: " + pair, "write it so: name=Full name,id=Staff no");
            }
            named.put(UsersColumn.of(parts[0]), parts[1].strip());
        }
        return new UsersOptions(
                encoding.map(UsersOptions::charset).orElse(StandardCharsets.UTF_8), named, false, SHORTEST_PIN);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UsageException("there is no encoding \"" + name + "\"", "usual are utf-8 and windows-1252");
        }
    }
}

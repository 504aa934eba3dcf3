package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** What {@code --at} says. */
final class AtDate {
    private AtDate() {}

    /** Noon of that day. */
    static Instant parse(String date) {
        try {
            return LocalDate.parse(date).atTime(12, 0).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new UsageException("\"" + date + "\" is no date", "write it as 2024-12-20");
        }
    }
}

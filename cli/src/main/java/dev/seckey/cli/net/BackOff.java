package dev.seckey.cli.net;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When to ask a busy server again: when it says (Retry-After, RFC 9110 §10.2.3), else after 2, 4, 8 … seconds. */
final class BackOff {
    /** Of all waits together: who asks for more is to be asked again later, by the person. */
    static final Duration MOST = Duration.ofMinutes(2);

    private static final int MOST_TIMES = 6;

    private Duration waited = Duration.ZERO;
    private int times;

    /** How long to wait before the next try; empty: give up. */
    Optional<Duration> next(HttpHeaders headers, Instant now) {
        times++;
        Duration wait = asked(headers, now).orElse(Duration.ofSeconds(1L << times));
        waited = waited.plus(wait);
        return times > MOST_TIMES || waited.compareTo(MOST) > 0 ? Optional.empty() : Optional.of(wait);
    }

    /** Never negative. */
    static Optional<Duration> asked(HttpHeaders headers, Instant now) {
        return headers.firstValue("retry-after").map(String::strip).flatMap(text -> parse(text, now));
    }

    private static Optional<Duration> parse(String text, Instant now) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

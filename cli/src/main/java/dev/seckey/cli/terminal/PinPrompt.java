package dev.seckey.cli.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks for a PIN where a person can type one unseen. */
@FunctionalInterface
public interface PinPrompt {
    /** No terminal: nobody can be asked. */
    PinPrompt NOBODY = question -> Optional.empty();

    /** The bytes typed, without the line's end; empty if nobody can be asked, or nothing was typed. The caller wipes them. */
    Optional<byte[]> ask(String question);

    /** A line that is no secret, so shown while it is typed where that can be; empty if nobody can be asked. */
    default Optional<String> askOpenly(String question) {
        return ask(question).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}

package dev.seckey.cli.terminal;

import java.util.Optional;

/** Asks the person at the terminal; for a PIN so that it can be typed unseen. */
@FunctionalInterface
public interface PinPrompt {
    /** No terminal: nobody can be asked. */
    PinPrompt NOBODY = question -> Optional.empty();

    /** The bytes typed, without the line's end; empty if nobody can be asked, or nothing was typed. The caller wipes them. */
    Optional<byte[]> ask(String question);

    /** The same for what is no secret: what is typed may be seen. */
    default Optional<byte[]> askOpenly(String question) {
        return ask(question);
    }
}

package dev.seckey.cli.terminal;

import java.util.Optional;

/** Asks for a PIN where a person can type one unseen. */
@FunctionalInterface
public interface PinPrompt {
    /** No terminal: nobody can be asked. */
    PinPrompt NOBODY = question -> Optional.empty();

    /** The bytes typed, without the line's end; empty if nobody can be asked, or nothing was typed. The caller wipes them. */
    Optional<byte[]> ask(String question);
}

package dev.seckey.cli.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks for a PIN where a person can type one unseen. */
@FunctionalInterface
public interface PinPrompt {
    /** No terminal: nobody can be asked. */
    PinPrompt NOBODY = new Nobody();

    /** The bytes typed, without the line's end; empty if nobody can be asked, or nothing was typed. The caller wipes them. */
    Optional<byte[]> ask(String question);

    /** A line that is no secret, so shown while it is typed where that can be; empty if nobody can be asked. */
    default Optional<String> askOpenly(String question) {
        return ask(question).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** A class of its own, since Java's archive of classes has no lambdas of an interface's constants. */
    final class Nobody implements PinPrompt {
        private Nobody() {}

        @Override
        public Optional<byte[]> ask(String question) {
            return Optional.empty();
        }
    }
}

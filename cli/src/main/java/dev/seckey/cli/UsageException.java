package dev.seckey.cli;

import java.util.Optional;

/** The command line, or a file that it names, is not what it should be: nothing was done. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    public UsageException(String message) {
        this(message, null);
    }

    public UsageException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}

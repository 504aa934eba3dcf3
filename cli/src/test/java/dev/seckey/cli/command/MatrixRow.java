package dev.seckey.cli.command;

import java.util.List;
import java.util.Optional;

/**
 * One command of the matrix, and what must come of it in each column.
 *
 * @param name as it is typed
 * @param arguments after the name; {pin} is a file with the right PIN, or with a wrong one, {note} one to read, and
 *     {credential} the id of the credential that was made before
 * @param key that it succeeds on; see {@link dev.seckey.cli.bench.Behaviour}
 * @param before commands that bring the key into its state, without their {@code seckey}
 * @param during the request that is under way when it is cancelled, or the key goes; see {@link
 *     dev.seckey.ctap2.command.RequestName}
 */
record MatrixRow(
        String name,
        String arguments,
        String key,
        List<String> before,
        String during,
        Cell done,
        Cell unsupported,
        Cell wrongPin,
        Cell blocked,
        Cell untouched) {

    /**
     * An outcome.
     *
     * @param key in this column; empty: the row's
     * @param code the exit code; empty: the column is none for this command
     * @param words that stand in what it says, or why it has no such outcome
     */
    record Cell(Optional<String> key, Optional<Integer> code, String words) {
        static Cell of(int code, String words) {
            return new Cell(Optional.empty(), Optional.of(code), words);
        }

        static Cell on(String key, int code, String words) {
            return new Cell(Optional.of(key), Optional.of(code), words);
        }

        static Cell none(String why) {
            return new Cell(Optional.empty(), Optional.empty(), why);
        }
    }

    private static final Cell NO_PIN = Cell.none("it needs no PIN");
    private static final Cell NO_TOUCH = Cell.none("it needs no touch");

    /** A command without PIN and touch. */
    static MatrixRow row(String name, String arguments, String key, String during, String said) {
        return new MatrixRow(
                name,
                arguments,
                key,
                List.of(),
                during,
                Cell.of(0, said),
                Cell.none("every key can do it"),
                NO_PIN,
                NO_PIN,
                NO_TOUCH);
    }

    MatrixRow after(String... commands) {
        return new MatrixRow(
                name, arguments, key, List.of(commands), during, done, unsupported, wrongPin, blocked, untouched);
    }

    /** @param on a key that cannot do it */
    MatrixRow unsupported(String on, String said) {
        return unsupported(Cell.on(on, 7, said));
    }

    MatrixRow unsupported(Cell cell) {
        return new MatrixRow(name, arguments, key, before, during, done, cell, wrongPin, blocked, untouched);
    }

    /** It wants the PIN. */
    MatrixRow pin() {
        Cell wrong = Cell.of(4, "wrong PIN (status 0x31); 7 tries are left");
        Cell none = Cell.of(4, "the PIN is blocked");
        return new MatrixRow(name, arguments, key, before, during, done, unsupported, wrong, none, untouched);
    }

    /** It wants a touch. */
    MatrixRow touch(String otherwise) {
        return new MatrixRow(
                name, arguments, key, before, during, done, unsupported, wrongPin, blocked, Cell.of(5, otherwise));
    }
}

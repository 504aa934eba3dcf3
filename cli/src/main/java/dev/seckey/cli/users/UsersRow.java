package dev.seckey.cli.users;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One record of the file: its fields as text, but the PIN's characters in an array of their own, for whoever takes them
 * to wipe.
 */
record UsersRow(long line, List<String> fields, Optional<char[]> pin) {
    boolean isBlank() {
        return fields.stream().allMatch(String::isBlank)
                && pin.map(chars -> chars.length == 0).orElse(true);
    }

    /** Whether some of its bytes were no characters. */
    boolean isDamaged() {
        return fields.stream().anyMatch(field -> field.indexOf(UsersText.LOST) >= 0)
                || pin.filter(chars -> CharBuffer.wrap(chars).chars().anyMatch(unit -> unit == UsersText.LOST))
                        .isPresent();
    }

    /** Makes rows of what the CSV reader finds. */
    static final class Handler extends AbstractBaseCsvCallbackHandler<UsersRow> {
        /** Asked for each field, since the header, which says it, is itself the first record. */
        private final Supplier<Optional<Integer>> pinPlace;

        private List<String> fields = new ArrayList<>();
        private Optional<char[]> pin = Optional.empty();

        Handler(Supplier<Optional<Integer>> pinPlace) {
            this.pinPlace = pinPlace;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            fields = new ArrayList<>();
            pin = Optional.empty();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (pinPlace.get().equals(Optional.of(index))) {
                pin = Optional.of(Arrays.copyOfRange(buffer, offset, offset + length));
                Arrays.fill(buffer, offset, offset + length, '*');
                fields.add("");
            } else {
                fields.add(new String(buffer, offset, length));
            }
        }

        @Override
        protected UsersRow buildRecord() {
            return new UsersRow(getStartingLineNumber(), fields, pin);
        }
    }
}

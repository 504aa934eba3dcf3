package dev.seckey.ctap2.bytes;

import java.util.Optional;

/** Something that the specification gives a number: commands, subcommands, algorithms, states. */
public interface Numbered {
    int number();

    /** The one of these that has the number; empty if none has: whoever asked keeps the number. */
    static <E extends Numbered> Optional<E> find(E[] all, int number) {
        for (E each : all) {
            if (each.number() == number) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}

package dev.seckey.cli.provision;

import dev.seckey.cli.users.Person;
import dev.seckey.transports.KeyRef;
import java.util.function.Supplier;

/** Whoever stands between the work on one key and the person, the ledger and the other keys. */
public interface Attendant {
    /** Does this on the thread to which ledger and terminal belong, and waits for it. */
    <T> T atDesk(Supplier<T> work);

    /** Does this when it is this key's turn to be touched. */
    <T> T touching(KeyRef key, Supplier<T> work);

    /** The key blinks. */
    void touchNow(KeyRef key);

    /** Who gets this key; before anything on it is changed. */
    void envelope(KeyRef key, Person person);

    /** What the person is to do now. */
    void say(KeyRef key, String text);

    /** What the person ought to know. */
    void warn(KeyRef key, String text);
}

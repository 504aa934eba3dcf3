package dev.seckey.cli.provision;

import dev.seckey.cli.users.Person;
import dev.seckey.transports.KeyRef;

/** What the person sees of a run. Belongs to the thread of the ledger. */
public interface View extends AutoCloseable {
    /** @param handled how many keys have come to their end, in one way or the other */
    void waiting(int handled);

    void working(KeyRef key);

    void touch(KeyRef key);

    /** Nothing more is asked of the person for this key just now. */
    void touched(KeyRef key);

    void envelope(KeyRef key, Person person);

    /** What the person is to do now. */
    void say(KeyRef key, String text);

    /** What the person ought to know. */
    void warn(KeyRef key, String text);

    /** It has come to its end, and is to be taken away. */
    void ended(KeyRef key, KeyReport report, int handled);

    /** It was taken away. */
    void removed(KeyRef key);

    /** Some time has passed. */
    void tick();

    @Override
    void close();
}

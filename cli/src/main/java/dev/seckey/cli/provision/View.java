package dev.seckey.cli.provision;

import dev.seckey.cli.users.Person;
import dev.seckey.transports.KeyRef;

/** What the person sees of a run. Belongs to the thread of the ledger. */
public interface View {
    /** @param handled how many keys have come to their end, in one way or the other */
    void waiting(int handled);

    void working(KeyRef key);

    void touch(KeyRef key);

    void envelope(KeyRef key, Person person);

    void say(KeyRef key, String text);

    /** It has come to its end, and is to be taken away. */
    void ended(KeyRef key, KeyReport report, int handled);
}

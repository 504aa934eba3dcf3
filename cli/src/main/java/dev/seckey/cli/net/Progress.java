package dev.seckey.cli.net;

import java.util.OptionalLong;

/** Hears how far a download is, several times a second and on the calling thread. */
@FunctionalInterface
public interface Progress {
    /**
     * @param received bytes so far
     * @param whole bytes in all, if the server said so
     */
    void at(long received, OptionalLong whole);
}

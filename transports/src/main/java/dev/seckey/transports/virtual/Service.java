package dev.seckey.transports.virtual;

/** Serves other programs: there from its making on, at work while {@link #run} runs, ended by {@link #close}, from any thread. */
public interface Service extends Runnable, AutoCloseable {
    @Override
    void close();
}

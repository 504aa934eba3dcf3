package dev.seckey.ctap2.server;

import dev.seckey.ctap2.transport.Keepalive;

/** How a request that waits for its user keeps in touch with the client. */
public interface Waiting {
    /** For clients that are told nothing and never cancel. */
    Waiting SILENT = new Waiting() {
        @Override
        public void keepalive(Keepalive state) {
            // nobody listens
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** Tells the client what is waited for; called about every 100 ms. */
    void keepalive(Keepalive state);

    /** Whether the client has cancelled the request. */
    boolean isCancelled();

    /** By which the request came, as getInfo names transports. */
    default String cameBy() {
        return "usb";
    }
}

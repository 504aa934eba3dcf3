package dev.seckey.ctap2.fault;

/** Something on the network could not be reached or did not answer as it should; nothing here was changed. */
public final class NetworkFault extends Fault {
    private static final long serialVersionUID = 1L;

    public NetworkFault(String message, String hint) {
        super(Reason.NETWORK, message, hint, null);
    }

    public NetworkFault(String message, String hint, Throwable cause) {
        super(Reason.NETWORK, message, hint, cause);
    }
}

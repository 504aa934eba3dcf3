package dev.seckey.ctap2.session;

/**
 * One change to a key's settings that was found to be needed. It can be described before it is made; making it includes
 * reading it back.
 */
public final class Change {
    private final String description;
    private final boolean permanent;
    private final Runnable making;

    Change(String description, boolean permanent, Runnable making) {
        this.description = description;
        this.permanent = permanent;
        this.making = making;
    }

    /** What will be otherwise, for a person: "always-UV: off, becomes on". */
    public String description() {
        return description;
    }

    /** Whether only a reset takes it back. */
    public boolean permanent() {
        return permanent;
    }

    /**
     * Makes the change, once, and reads it back.
     *
     * @throws dev.seckey.ctap2.fault.ReadBackFault if the key says that it was made, and it was not
     */
    public void apply() {
        making.run();
    }
}

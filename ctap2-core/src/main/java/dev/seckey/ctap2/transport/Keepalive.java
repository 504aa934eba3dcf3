package dev.seckey.ctap2.transport;

/** What a key says while it works (CTAP 2.3 §11.2.9.1.7). */
public enum Keepalive {
    PROCESSING(1),
    USER_PRESENCE_NEEDED(2);

    private final int number;

    Keepalive(int number) {
        this.number = number;
    }

    /** Numbers that are not assigned count as processing. */
    public static Keepalive of(int number) {
        return number == USER_PRESENCE_NEEDED.number ? USER_PRESENCE_NEEDED : PROCESSING;
    }

    public int number() {
        return number;
    }
}

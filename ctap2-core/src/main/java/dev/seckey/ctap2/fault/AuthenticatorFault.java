package dev.seckey.ctap2.fault;

/** The authenticator answered with a status other than success (CTAP 2.3 §8.2). */
public final class AuthenticatorFault extends Fault {
    private static final long serialVersionUID = 1L;

    private final int number;

    public AuthenticatorFault(CtapStatus status) {
        this(status.number());
    }

    /** @param number the status byte, known or not */
    public AuthenticatorFault(int number) {
        super(CtapStatus.of(number).reason(), describe(number), null, null);
        this.number = number;
    }

    private static String describe(int number) {
        return String.format("%s (status 0x%02X)", CtapStatus.of(number).meaning(), number);
    }

    public CtapStatus status() {
        return CtapStatus.of(number);
    }

    /** The status byte as it came, from 1 to 255. */
    public int number() {
        return number;
    }
}

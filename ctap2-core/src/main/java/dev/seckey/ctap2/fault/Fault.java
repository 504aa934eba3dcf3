package dev.seckey.ctap2.fault;

import java.util.Optional;

/** The root of the family: one line of what happened, a reason, and sometimes a hint that is better than the usual. */
public abstract sealed class Fault extends RuntimeException
        permits AuthenticatorFault,
                MalformedFault,
                TransportFault,
                AccessFault,
                ChoiceFault,
                PinFault,
                TrustFault,
                FileFault,
                NetworkFault,
                ReadBackFault {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String hint;

    Fault(Reason reason, String message, String hint, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.hint = hint;
    }

    public final Reason reason() {
        return reason;
    }

    /** What to do about it, where the place that failed knows more than the reason alone tells. */
    public final Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}

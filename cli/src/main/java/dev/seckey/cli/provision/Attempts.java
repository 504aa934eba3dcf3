package dev.seckey.cli.provision;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** When something comes in between, such as a lost answer, another look at the key may show that all is well. */
final class Attempts {
    private static final int MOST = 3;

    private static final Set<Reason> WORTH_ANOTHER_LOOK = EnumSet.of(
            Reason.NO_ANSWER,
            Reason.TRANSPORT_BROKEN,
            Reason.MALFORMED,
            Reason.KEY_BUSY,
            Reason.KEY_REFUSED,
            Reason.NOT_APPLIED,
            Reason.PIN_INVALID,
            Reason.PIN_ALREADY_SET,
            Reason.PIN_NOT_SET);

    private Attempts() {}

    /**
     * @param failed what to report in the end
     * @throws Fault of the reason FILE if ledger or PINs cannot be written: then nothing can go on
     */
    static KeyReport at(Supplier<KeyReport> attempt, Function<Fault, KeyReport> failed) {
        for (int left = MOST; ; left--) {
            try {
                return attempt.get();
            } catch (Fault e) {
                if (e.reason() == Reason.FILE) {
                    throw e;
                }
                if (left == 1 || !WORTH_ANOTHER_LOOK.contains(e.reason())) {
                    return failed.apply(e);
                }
            }
        }
    }
}

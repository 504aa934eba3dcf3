package dev.seckey.ctap2.session;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.List;

/**
 * Other rules for PINs, by one setMinPINLength (CTAP 2.3 §6.11.4).
 *
 * @param before what the key says of itself before
 * @param length in code points
 * @param rpIds those that may learn the minimum, instead of those named before; empty: as before
 * @param newlyComplex whether the complexity policy is off and goes on
 */
record PinRulesChange(AuthenticatorInfo before, int length, List<String> rpIds, boolean newlyComplex) {
    /** Without asking the key, which would refuse it in fewer words. */
    void requireAllowed() {
        if (length < before.minPinLength()) {
            throw new PinFault(
                    Reason.PIN_POLICY_VIOLATION,
                    "the minimum PIN length is " + before.minPinLength() + " and can only grow",
                    "only a reset brings it back, and that deletes everything on the key");
        }
        if (length > before.maxPinLength()) {
            throw new PinFault(
                    Reason.PIN_POLICY_VIOLATION,
                    "this key takes no PIN longer than " + before.maxPinLength(),
                    "nothing was sent to the key");
        }
        int room = before.members().get(AuthenticatorInfo.MAX_RPIDS_FOR_SET_MIN_PIN_LENGTH, 0);
        if (rpIds.size() > room) {
            throw Configuration.unsupported(
                    room == 0
                            ? "relying parties that may read the minimum PIN length"
                            : "more than " + room + " relying parties that may read the minimum PIN length");
        }
    }

    boolean isNone() {
        return !isLonger() && rpIds.isEmpty() && !newlyComplex;
    }

    /** Whether only a reset takes it back. */
    boolean isForGood() {
        return isLonger() || newlyComplex;
    }

    private boolean isLonger() {
        return length > before.minPinLength();
    }

    CborMap parameters() {
        CborMap.Builder params = CborMap.builder().put(AuthenticatorConfig.NEW_MIN_PIN_LENGTH, length);
        if (!rpIds.isEmpty()) {
            params.put(AuthenticatorConfig.MIN_PIN_LENGTH_RPIDS, rpIds);
        }
        if (newlyComplex) {
            params.put(AuthenticatorConfig.PIN_COMPLEXITY_POLICY, true);
        }
        return params.build();
    }

    String describe() {
        return "minimum PIN length: " + before.minPinLength() + (isLonger() ? ", becomes " + length : ", stays")
                + (rpIds.isEmpty() ? "" : "; it may be read by " + String.join(", ", rpIds))
                + (newlyComplex ? "; PIN complexity policy: off, becomes on" : "");
    }

    /** Who may read the minimum cannot be read back. */
    boolean isDone(AuthenticatorInfo now) {
        return now.minPinLength() == length
                && (!newlyComplex || now.members().get(AuthenticatorInfo.PIN_COMPLEXITY_POLICY, false));
    }

    /** What is so if it is not done. */
    String otherwise() {
        return "the minimum PIN length is not " + length + (newlyComplex ? ", or simple PINs are still taken" : "");
    }
}

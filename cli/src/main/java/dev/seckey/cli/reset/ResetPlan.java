package dev.seckey.cli.reset;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.Reset;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reset does to one key (CTAP 2.3 §6.6), worked out from what the key said of itself before it was pulled out.
 *
 * @param before getInfo of then
 */
public record ResetPlan(AuthenticatorInfo before) {
    /** Seconds after power-up in which keys take a reset. */
    public static final int WINDOW_SECONDS = 10;

    /** @throws TransportFault if the key takes no reset the way that it is reached */
    public static ResetPlan of(AuthenticatorInfo before, Transport transport) {
        Optional<List<String>> allowed = before.members().find(AuthenticatorInfo.TRANSPORTS_FOR_RESET);
        if (allowed.isPresent() && !allowed.get().contains(transport.id())) {
            throw new TransportFault(
                    Reason.UNSUPPORTED,
                    "this key takes no reset over " + transport.id() + ", only over "
                            + String.join(", ", allowed.get()),
                    "nothing was sent to the key");
        }
        return new ResetPlan(before);
    }

    /** What will be gone, each in a clause. */
    public List<String> losses() {
        List<String> losses = new ArrayList<>();
        losses.add("every account that this key is registered with, also where no passkey is stored on it");
        if (before.has(Option.RESIDENT_KEY)) {
            losses.add("all passkeys");
        }
        if (before.has(Option.CLIENT_PIN)) {
            losses.add("the PIN");
        }
        if (before.has(Option.USER_VERIFICATION)) {
            losses.add("all fingerprints");
        }
        if (before.has(Option.LARGE_BLOBS)) {
            losses.add("all large blobs");
        }
        if (before.has(Option.AUTHENTICATOR_CONFIG)) {
            losses.add("all settings, such as always-UV, minimum PIN length and enterprise attestation");
        }
        return List.copyOf(losses);
    }

    public boolean wantsLongTouch() {
        return before.members().get(AuthenticatorInfo.LONG_TOUCH_FOR_RESET, false);
    }

    /**
     * Whether the key that is there now is the one that was there before.
     *
     * @param now its getInfo, the only thing that may be asked of it in between
     */
    public void requireSame(AuthenticatorInfo now) {
        if (!comparable(now).equals(comparable(before))) {
            throw new ChoiceFault(
                    Reason.NO_KEY,
                    "this is another key than before",
                    "nothing was reset; run it again, and plug in the key that you pulled out");
        }
    }

    /** These two are encrypted anew with each answer. */
    private static CborMap comparable(AuthenticatorInfo info) {
        return info.members().toBuilder()
                .remove(AuthenticatorInfo.ENC_IDENTIFIER)
                .remove(AuthenticatorInfo.ENC_CRED_STORE_STATE)
                .build();
    }

    /** Resets, and looks whether it did. Sent once: a second one is not known to be harmless. */
    public AuthenticatorInfo perform(Ctap2 session) {
        try {
            session.send(new Reset());
        } catch (AuthenticatorFault e) {
            throw e.status() == CtapStatus.NOT_ALLOWED ? tooLate(e) : e;
        }
        AuthenticatorInfo now = session.refreshInfo();
        if (now.has(Option.CLIENT_PIN)) {
            throw new ReadBackFault("it still has a PIN");
        }
        if (now.has(Option.USER_VERIFICATION)) {
            throw new ReadBackFault("it still has fingerprints");
        }
        if (roomIn(now) < roomIn(before)) {
            throw new ReadBackFault("it has less room for passkeys than before");
        }
        return now;
    }

    private static int roomIn(AuthenticatorInfo info) {
        return info.members().get(AuthenticatorInfo.REMAINING_DISCOVERABLE_CREDENTIALS, 0);
    }

    private static TransportFault tooLate(AuthenticatorFault refusal) {
        return new TransportFault(
                Reason.KEY_REFUSED,
                refusal.getMessage() + ": a key takes a reset only in the first " + WINDOW_SECONDS
                        + " seconds after it is plugged in, with nothing else sent to it",
                "nothing was reset; close other programs that use the key (browsers), run it again, and be quick");
    }
}
